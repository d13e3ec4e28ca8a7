namespace SpikeML;

/// <summary>Bin coding as ONNX operations.</summary>
internal static class BinOnnx
{
    /// <summary>The spikes of features: [rows, steps, features x bins].</summary>
    public static OnnxTensor Spikes(
        OnnxTensor features, ReadOnlySpan<ValueRange> ranges, int featureCount, BinEncodingOptions options)
    {
        OnnxTensor rates = Rates(Shares(features.As(OnnxType.Double), ranges), options);
        rates = rates.Reshape(0, (long)featureCount * options.NumFields);
        return options.IsDrawn ? DrawnOnnx.Spikes(rates, options.NumSteps)
            : RegularRateOnnx.Spikes(rates.As(OnnxType.Double), options.NumSteps, 0);
    }

    /// <summary>The rates of shares of a range, [rows, features, 1]: [rows, features, bins].</summary>
    private static OnnxTensor Rates(OnnxTensor shares, BinEncodingOptions options)
    {
        int bins = options.NumFields;
        double last = bins - 1, steepness = Math.Min(1 / (2 * options.Width * options.Width), double.MaxValue);
        double[] centres = [.. Enumerable.Range(0, bins).Select(bin => bin / last)];
        OnnxTensor nearest = (shares * last).Round() / last - shares;
        OnnxTensor offsets = shares.Graph.Constant(centres, 1, 1, bins) - shares;
        OnnxTensor exponents = (nearest * nearest - offsets * offsets) * steepness;
        OnnxTensor responses = OnnxMath.ExpToSingle(exponents.AtLeast(-700).AtMost(0)).As(OnnxType.Single).As(OnnxType.Double);
        return (responses / responses.SumInOrder(2, bins) * options.MaxRate).As(OnnxType.Single);
    }

    private static OnnxTensor Shares(OnnxTensor features, ReadOnlySpan<ValueRange> ranges)
    {
        OnnxTensor share = ScaleOnnx.Shares(features, ranges, clamp: true);
        bool[] isWide = new bool[ranges.Length];
        for (int slot = 0; slot < ranges.Length; slot++)
            isWide[slot] = ranges[slot].Highest - ranges[slot].Lowest > 0;
        if (!isWide.All(wide => wide))
            share = (share.Graph.Constant([.. isWide.Select(wide => wide ? 1.0 : 0)], 1, isWide.Length) > 0)
                .Choose(share, share.Same(0.5));
        return share.Unsqueeze(2);
    }

    /// <summary>The features of spikes: the mean of the bins' centres, weighted by their numbers of spikes.</summary>
    public static OnnxTensor Features(OnnxRows spikes, ReadOnlySpan<ValueRange> ranges, int bins)
    {
        double[] lowest = new double[ranges.Length], widths = new double[ranges.Length];
        RangeScaling.ToWidths(ranges, lowest, widths);
        OnnxGraph graph = spikes.Graph;
        OnnxTensor counts = DecodingOnnx.Counts(spikes).Reshape(0, spikes.Shape.NeuronCount / bins, bins);
        OnnxTensor all = counts.SumInOrder(2, bins).Squeeze(2);
        OnnxTensor sum = (counts * graph.Range(bins, OnnxType.Double, 1, 1, bins)).SumInOrder(2, bins).Squeeze(2);
        OnnxTensor share = (all > 0).Choose(sum / (all * (bins - 1.0)), all.Same(0.5));
        return (share * graph.Constant(widths, 1, widths.Length) + graph.Constant(lowest, 1, lowest.Length)).As(OnnxType.Single);
    }
}
