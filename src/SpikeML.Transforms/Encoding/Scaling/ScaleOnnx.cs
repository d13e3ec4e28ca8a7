namespace SpikeML;

/// <summary>Scaling as ONNX operations.</summary>
internal static class ScaleOnnx
{
    /// <summary>The shares of ranges, in double precision.</summary>
    /// <param name="features">Values in double precision, [rows, features].</param>
    /// <param name="ranges">The range of each feature, or one for all.</param>
    /// <param name="clamp">Whether shares are clamped to 0 and 1.</param>
    public static OnnxTensor Shares(OnnxTensor features, ReadOnlySpan<ValueRange> ranges, bool clamp)
    {
        double[] lowest = new double[ranges.Length], widths = new double[ranges.Length];
        RangeScaling.ToWidths(ranges, lowest, widths);
        OnnxTensor above = features - features.Graph.Constant(lowest, 1, lowest.Length);
        OnnxTensor width = features.Graph.Constant(widths, 1, widths.Length), share = above / width;
        if (widths.Any(own => !(own > 0)))
            share = (width > 0).Choose(share, (above > 0).As(OnnxType.Double));
        // Comparisons instead of minimum and maximum keep the sign of -0.
        return clamp ? Clamp(Clamp(share, share < 0, 0), share > 1, 1) : share;
    }

    private static OnnxTensor Clamp(OnnxTensor share, OnnxTensor isBeyond, double end) =>
        isBeyond.Choose(share.Same(end), share);
}
