namespace SpikeML;

/// <summary>Readouts as ONNX operations.</summary>
internal static class ReadoutOnnx
{
    /// <summary>What is read out of spikes [rows, steps, neurons].</summary>
    public static OnnxTensor Of(SpikeReadoutKind kind, OnnxTensor spikes, RowShape shape)
    {
        int numSteps = shape.InputDimensions[0];
        OnnxTensor silent = spikes.EqualTo(0);
        switch (kind)
        {
            case SpikeReadoutKind.Count:
                return (!silent).As(OnnxType.Single).Sum(1);
            case SpikeReadoutKind.MeanRate:
                return (!silent).As(OnnxType.Single).Sum(1) / (shape.InputLength / (float)shape.NeuronCount);
            case SpikeReadoutKind.FirstSpikeTime:
                return FirstSteps(silent, numSteps);
            default:
                return spikes.As(OnnxType.Double).RunningSum(1).As(OnnxType.Single);
        }
    }

    /// <summary>The step of each neuron's first spike, or the number of steps.</summary>
    public static OnnxTensor FirstSteps(OnnxTensor silent, int numSteps)
    {
        OnnxTensor steps = silent.Graph.Steps(numSteps, OnnxType.Single);
        return silent.Choose(steps.Same(numSteps), steps).Lowest(1);
    }
}
