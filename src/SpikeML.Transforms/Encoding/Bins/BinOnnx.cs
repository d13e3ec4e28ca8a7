namespace SpikeML;

/// <summary>Bin coding with evenly spaced spikes as ONNX operations.</summary>
internal static class BinOnnx
{
    /// <summary>The spikes of features: [rows, steps, features x bins].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, ReadOnlySpan<ValueRange> ranges, int featureCount, BinEncodingOptions options)
    {
        OnnxTensor rates = Rates(Shares(features.As(OnnxType.Double), ranges), options);
        rates = rates.Reshape(0, (long)featureCount * options.NumFields).As(OnnxType.Double);
        return RegularRateOnnx.Spikes(rates, options.NumSteps, 0);
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
}
