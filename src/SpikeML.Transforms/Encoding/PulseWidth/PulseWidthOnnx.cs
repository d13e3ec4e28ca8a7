namespace SpikeML;

/// <summary>Pulse-width coding as ONNX operations.</summary>
internal static class PulseWidthOnnx
{
    /// <summary>The spikes of series: [rows, steps, neurons].</summary>
    public static OnnxTensor Spikes(OnnxTensor series, int numSteps, in PulseWidthEncoding.Modulation modulation)
    {
        double[] below = new double[numSteps], above = new double[numSteps];
        (below[0], above[0]) = (double.NegativeInfinity, double.PositiveInfinity);
        for (int step = 1; step < numSteps; step++)
            (below[step], above[step]) = (modulation.Below<double>(step), modulation.Above<double>(step));
        OnnxGraph graph = series.Graph;
        OnnxTensor own = series.As(OnnxType.Double);
        OnnxTensor isAbove = own > graph.Constant(above, 1, numSteps, 1), isBelow = own < graph.Constant(below, 1, numSteps, 1);
        OnnxTensor width = OnnxSpikes.Signs(isBelow & !isAbove, isAbove);
        OnnxTensor before = width.Delay(width.Slice(1, 0, 1), numSteps);
        return width.EqualTo(before).Choose(width.Same(0), width);
    }
}
