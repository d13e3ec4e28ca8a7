using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A code whose neurons fire at most once, all with the same value.</summary>
internal interface ITimeCode
{
    /// <summary>The value of every spike.</summary>
    float SpikeValue { get; }

    /// <summary>Writes the step at which each neuron fires; the number of steps where it does not.</summary>
    void EncodeTimes(in RowInput row, Span<int> steps);
}

/// <summary>
/// Puts the spikes of such a code in order: a counting sort by step, which keeps the order of the neurons within each.
/// </summary>
internal sealed class TimeRowEncoder<TCode>(TCode code, RowShape shape) : RowEncoder
    where TCode : SpikeCode, ITimeCode
{
    private readonly int[] _steps = new int[shape.OutputWidth];
    private readonly int[] _places = new int[shape.OutputSteps + 1];

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        code.EncodeTimes(row, _steps);
        int count = Place();
        if (count <= SpikeBuffers.LargestSparseCount(shape.OutputLength))
            WriteSlots(count, ref output);
        else
            WriteDense(ref output);
    }

    /// <summary>Finds where each step's spikes begin, and returns the number of spikes.</summary>
    private int Place()
    {
        Array.Clear(_places);
        foreach (int step in _steps)
            _places[step]++;
        int count = 0;
        foreach (ref int place in _places.AsSpan())
            (place, count) = (count, count + place);
        return _places[^1];
    }

    private void WriteSlots(int count, ref VBuffer<float> output)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, shape.OutputLength, count);
        Span<int> slots = sparse.Indices;
        for (int neuron = 0; neuron < _steps.Length; neuron++)
        {
            int step = _steps[neuron];
            if (step < shape.OutputSteps)
                slots[_places[step]++] = step * _steps.Length + neuron;
        }
        sparse.Values.Fill(code.SpikeValue);
        output = sparse.Commit();
    }

    private void WriteDense(ref VBuffer<float> output)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, shape.OutputLength);
        dense.Values.Clear();
        for (int neuron = 0; neuron < _steps.Length; neuron++)
        {
            if (_steps[neuron] < shape.OutputSteps)
                dense.Values[_steps[neuron] * _steps.Length + neuron] = code.SpikeValue;
        }
        output = dense.Commit();
    }
}
