namespace SpikeML;

/// <summary>LIF current coding as ONNX operations.</summary>
internal static class LifCurrentOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, LifCurrentEncodingOptions options)
    {
        OnnxTensor target = features.As(OnnxType.Double) * options.Gain + options.LeakPotential;
        OnnxTensor steps = target.Graph.Range(options.NumSteps, OnnxType.Single, 1, options.NumSteps);
        OnnxTensor start = target - target + options.ResetPotential;
        double share = options.StepSeconds * options.MembraneRate;
        return target.Graph.Loop([start], [steps], (_, states, _) =>
        {
            OnnxTensor potential = states[0] + (target - states[0]) * share, fires = potential >= options.Threshold;
            return ([fires.Choose(potential.Same(options.ResetPotential), potential)], [fires.As(OnnxType.Single)]);
        }).Results[0];
    }

    /// <summary>The features of spikes, from the mean interval between them.</summary>
    public static OnnxTensor Features(OnnxRows spikes, LifCurrentEncodingOptions options)
    {
        double kept = 1 - options.StepSeconds * options.MembraneRate;
        double decay = kept > 0 ? Logarithm.Of(kept) : double.NegativeInfinity;
        OnnxTensor counts = DecodingOnnx.Counts(spikes), silent = counts.EqualTo(0);
        OnnxTensor interval = (DecodingOnnx.LastSteps(spikes).As(OnnxType.Double) + 1) / counts.AtLeast(1);
        OnnxTensor least = LeastTarget(interval, decay, options), before = LeastTarget(interval - 1, decay, options);
        OnnxTensor target = (interval < 2).Choose(least, (least + before) / 2);
        return silent.Choose(counts, (target - options.LeakPotential) / options.Gain).As(OnnxType.Single) + 0;
    }

    private static OnnxTensor LeastTarget(OnnxTensor interval, double decay, LifCurrentEncodingOptions options)
    {
        OnnxTensor left = double.IsNegativeInfinity(decay) ? interval.Same(1) : 1 - OnnxMath.Exp(interval * decay);
        return options.ResetPotential + left.Same(options.Threshold - options.ResetPotential) / left;
    }
}
