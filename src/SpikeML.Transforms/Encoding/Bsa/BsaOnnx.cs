namespace SpikeML;

/// <summary>BSA as ONNX operations.</summary>
internal static class BsaOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    /// <remarks>
    /// Carried from step to step: the rest of the series that the filter covers, but for the value that comes in.
    /// </remarks>
    public static OnnxTensor Spikes(OnnxTensor series, int numSteps, BsaEncodingOptions options)
    {
        int length = options.Filter.Length;
        if (length > numSteps)
            return (series - series).As(OnnxType.Single);
        OnnxTensor entering = series.Slice(1, length - 1, numSteps);
        OnnxTensor spikes = length == 1 ? Fires(series.Unsqueeze(2), 2, options).Fires.As(OnnxType.Single).Squeeze(2)
            : series.Graph.Loop([series.Slice(1, 0, length - 1)], [entering], (_, states, values) =>
            {
                OnnxTensor covered = OnnxOperations.Join(1, states[0], values[0].Unsqueeze(1));
                (OnnxTensor fires, OnnxTensor taken) = Fires(covered, 1, options);
                return ([(covered - taken).Slice(1, 1, length)], [fires.As(OnnxType.Single).Squeeze(1)]);
            }).Results[0];
        return spikes.PadSteps(length - 1, 3);
    }

    /// <summary>Whether subtracting the filter is better by at least the threshold, and what is then subtracted.</summary>
    private static (OnnxTensor Fires, OnnxTensor Taken) Fires(OnnxTensor covered, int axis, BsaEncodingOptions options)
    {
        OnnxTensor filter = Filter(covered, axis, options), own = covered.As(OnnxType.Double);
        OnnxTensor with = (own - filter.As(OnnxType.Double)).Abs().SumInOrder(axis, options.Filter.Length);
        OnnxTensor without = own.Abs().SumInOrder(axis, options.Filter.Length);
        OnnxTensor fires = with <= without - SeriesCheck.Given(options.Threshold, nameof(options.Threshold));
        return (fires, fires.Choose(filter, filter.Same(0)));
    }

    private static OnnxTensor Filter(OnnxTensor covered, int axis, BsaEncodingOptions options)
    {
        long[] dimensions = axis == 1 ? [1, options.Filter.Length, 1] : [1, 1, options.Filter.Length, 1];
        return covered.Type == OnnxType.Double
            ? covered.Graph.Constant([.. options.Filter.Select(value => (double)value)], dimensions)
            : covered.Graph.Constant([.. options.Filter], dimensions);
    }

    /// <summary>The series of spikes: their convolution with the filter, added up from its first value on.</summary>
    public static OnnxTensor Series(OnnxRows spikes, BsaEncodingOptions options)
    {
        int numSteps = spikes.NumSteps;
        OnnxTensor own = spikes.Series.As(OnnxType.Double), sum = own * options.Filter[0];
        for (int k = 1; k < Math.Min(options.Filter.Length, numSteps); k++)
            sum += own.Slice(1, 0, numSteps - k).PadSteps(k, 3, atFront: true) * options.Filter[k];
        return sum.As(OnnxType.Single);
    }
}
