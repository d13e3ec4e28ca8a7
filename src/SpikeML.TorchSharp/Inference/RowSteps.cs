using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>Passes the spikes of a row on, step by step.</summary>
internal static class RowSteps
{
    /// <summary>Passes on the values that are not 0, of a sparse or dense row with the same result.</summary>
    /// <exception cref="InvalidOperationException">A value is not finite.</exception>
    public static void Run(in VBuffer<float> row, SpikeColumn column, IRowSteps steps)
    {
        if (row.IsDense)
            RunDense(row.GetValues(), column, steps);
        else
            RunSparse(row.GetIndices(), row.GetValues(), column, steps);
    }

    private static void RunDense(ReadOnlySpan<float> values, SpikeColumn column, IRowSteps steps)
    {
        for (int step = 0; step < column.NumSteps; step++)
        {
            steps.BeginStep();
            ReadOnlySpan<float> now = values.Slice(step * column.NeuronCount, column.NeuronCount);
            for (int neuron = now.IndexOfAnyExcept(0f); neuron < now.Length && neuron >= 0; neuron++)
            {
                if (now[neuron] != 0)
                    steps.Receive(neuron, Checked(now[neuron], column, step, neuron));
            }
            steps.EndStep(step);
        }
    }

    private static void RunSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, SpikeColumn column, IRowSteps steps)
    {
        int i = 0, first = 0;
        for (int step = 0; step < column.NumSteps; step++, first += column.NeuronCount)
        {
            steps.BeginStep();
            for (; i < slots.Length && slots[i] < first + column.NeuronCount; i++)
            {
                // A sparse vector may contain zeros and must give the same result as the dense vector.
                if (values[i] != 0)
                    steps.Receive(slots[i] - first, Checked(values[i], column, step, slots[i] - first));
            }
            steps.EndStep(step);
        }
    }

    private static float Checked(float value, SpikeColumn column, int step, int neuron) => float.IsFinite(value) ? value
        : throw new InvalidOperationException(
            $"Column '{column.Column.Name}' has {value} at step {step} of neuron {neuron}: spikes must be finite numbers.");
}
