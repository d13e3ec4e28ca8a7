namespace SpikeML;

/// <summary>What decoders share as ONNX operations. Spikes are [rows, steps, neurons] of Single.</summary>
internal static class DecodingOnnx
{
    /// <summary>Series that each spike moves by a weight, at its own step or at the step after it.</summary>
    public static OnnxTensor Restore(OnnxRows spikes, OnnxTensor first, double weight, bool later = false)
    {
        int numSteps = spikes.NumSteps;
        first = later ? first : first.WithoutNegativeZeros();
        OnnxTensor changes = spikes.Series.As(OnnxType.Double) * weight;
        changes = later ? changes.Delay(first, numSteps)
            : numSteps == 1 ? first : OnnxOperations.Join(1, first, changes.Slice(1, 1, numSteps));
        return changes.RunningSum(1).As(OnnxType.Single);
    }

    /// <summary>The number of spikes of each neuron, in double precision.</summary>
    public static OnnxTensor Counts(OnnxRows spikes) => (!spikes.Series.EqualTo(0)).As(OnnxType.Double).Sum(1);

    /// <summary>The sum of each neuron's spikes, added up in double precision and rounded to single.</summary>
    public static OnnxTensor Sums(OnnxRows spikes) =>
        spikes.Series.As(OnnxType.Double).SumInOrder(1, spikes.NumSteps).Squeeze(1).As(OnnxType.Single);

    /// <summary>The step of each neuron's first spike, or the number of steps.</summary>
    public static OnnxTensor FirstSteps(OnnxRows spikes) => ReadoutOnnx.FirstSteps(spikes.Series.EqualTo(0), spikes.NumSteps);

    /// <summary>The step of each neuron's last spike, or -1.</summary>
    public static OnnxTensor LastSteps(OnnxRows spikes)
    {
        OnnxTensor steps = spikes.Graph.Steps(spikes.NumSteps, OnnxType.Single);
        return spikes.Series.EqualTo(0).Choose(steps.Same(-1), steps).Highest(1);
    }

    /// <summary>What each of the whole numbers from 0 stands for.</summary>
    public static OnnxTensor Look(OnnxTensor numbers, float[] table) =>
        numbers.Graph.Constant(table, table.Length).At(numbers.As(OnnxType.Int64));
}
