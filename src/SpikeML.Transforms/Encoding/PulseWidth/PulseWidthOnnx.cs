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

    /// <summary>The series of spikes: a line from the value of each spike to that of the next one.</summary>
    public static OnnxTensor Series(OnnxRows spikes, PulseWidthEncoding.Modulation modulation)
    {
        int numSteps = spikes.NumSteps;
        OnnxGraph graph = spikes.Graph;
        double[] on = [.. Enumerable.Range(0, numSteps).Select(step => modulation.Value(step, isOn: true))];
        double[] off = [.. Enumerable.Range(0, numSteps).Select(step => modulation.Value(step, isOn: false))];
        OnnxTensor values = (spikes.Series > 0).Choose(graph.Constant(on, 1, numSteps, 1), graph.Constant(off, 1, numSteps, 1));
        OnnxTensor steps = graph.Steps(numSteps, OnnxType.Double);
        OnnxTensor none = spikes.Series.Slice(1, 0, 1).Squeeze(1).As(OnnxType.Double) * 0;
        OnnxTensor[] start = [none - 1, none + modulation.Middle];
        OnnxTensor[] before = graph.Loop(start, [spikes.Series, values, steps], (_, states, own) =>
            (Spike(states, own), states)).Results;
        OnnxTensor[] after = graph.Loop(start, [.. ((OnnxTensor[])[spikes.Series, values, steps]).Select(Reverse)],
            (_, states, own) =>
            {
                OnnxTensor[] last = Spike(states, own);
                return (last, last);
            }).Results;
        OnnxTensor next = Reverse(after[0]), value = Reverse(after[1]), isFirst = before[0] < 0;
        OnnxTensor from = isFirst.Choose(value, before[1]);
        OnnxTensor between = from + (value - from) * (steps - before[0]) / (next - before[0]);
        return (next < 0).Choose(before[1], between).As(OnnxType.Single);

        OnnxTensor Reverse(OnnxTensor sequence) => sequence.At(
            graph.Constant([.. Enumerable.Range(1, numSteps).Select(step => (long)numSteps - step)], numSteps), axis: 1);
    }

    /// <summary>The step and value of the last spike, after a step of [spikes, values, steps].</summary>
    private static OnnxTensor[] Spike(OnnxTensor[] last, OnnxTensor[] own)
    {
        OnnxTensor silent = own[0].EqualTo(0);
        return [silent.Choose(last[0], own[2]), silent.Choose(last[1], own[1])];
    }
}
