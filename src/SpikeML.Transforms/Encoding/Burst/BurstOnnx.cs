namespace SpikeML;

/// <summary>Burst coding as ONNX operations.</summary>
internal static class BurstOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, BurstEncodingOptions options)
    {
        OnnxTensor own = features.As(OnnxType.Double).Unsqueeze(1);
        OnnxTensor count = (own * options.MaxSpikes).Ceiling();
        OnnxTensor gap = (options.MaxGap - own * (options.MaxGap - options.MinGap)).Ceiling();
        OnnxTensor interval = gap.AtMost(options.NumSteps) + 1, end = (count - 1) * interval + 1;
        OnnxTensor steps = own.Graph.Steps(options.NumSteps, OnnxType.Double);
        OnnxTensor periodic = ((steps / interval).Floor() * interval).EqualTo(steps);
        return (periodic & (steps < end) & (count > 0)).As(OnnxType.Single);
    }

    /// <summary>The features that give numbers of spikes.</summary>
    public static OnnxTensor Features(OnnxTensor counts, BurstEncodingOptions options) =>
        counts.EqualTo(0).Choose(counts, (counts - 0.5) / options.MaxSpikes).As(OnnxType.Single);
}
