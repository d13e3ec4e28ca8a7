using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A code whose neurons fire at most once, all with the same value.</summary>
internal interface ITimeCode
{
    /// <summary>The value of every spike.</summary>
    float SpikeValue { get; }

    /// <summary>Writes the step at which each neuron fires, or the number of steps if it does not.</summary>
    void EncodeTimes(in RowInput row, Span<int> steps);
}

/// <summary>
/// Puts the spikes of such a code in order: with a counting sort by step, which keeps the order of the neurons within each step
/// or, if they fall on few steps, as in logarithmic codes, by examining all neurons for each of these steps.
/// </summary>
internal sealed class TimeRowEncoder<TCode> : RowEncoder
    where TCode : ITimeCode
{
    /// <summary>Examining all neurons this many times takes as long as sorting them.</summary>
    private const int FewSteps = 20;

    private readonly TCode _code;
    private readonly RowShape _shape;
    private readonly int[] _steps, _places;
    private bool _lastHadManySteps;

    public TimeRowEncoder(TCode code, RowShape shape)
    {
        (_code, _shape) = (code, shape);
        _steps = new int[Lanes.Padded(shape.OutputWidth)];
        _places = new int[shape.OutputSteps + 1];
        Array.Fill(_steps, shape.OutputSteps);
    }

    private Span<int> Steps => _steps.AsSpan(0, _shape.OutputWidth);

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        _code.EncodeTimes(row, Steps);
        if (TryWriteFewSteps(ref output))
            return;
        int count = Place();
        if (count <= SpikeBuffers.LargestSparseCount(_shape.OutputLength))
            WriteSlots(count, ref output);
        else
            WriteDense(ref output);
    }

    /// <summary>
    /// Writes the slots step by step. Rows of a column tend to be alike: after a row with many steps, the next row is sorted at
    /// once, which also shows whether it had few.
    /// </summary>
    private bool TryWriteFewSteps(ref VBuffer<float> output)
    {
        int room = _shape.OutputWidth + Lanes.Count;
        if (_lastHadManySteps || room > SpikeBuffers.LargestSparseCount(_shape.OutputLength))
            return false;
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, _shape.OutputLength, room);
        int count = 0, step = StepScan.First(_steps);
        for (int scans = 0; step < _shape.OutputSteps && scans < FewSteps; scans++)
        {
            Span<int> rest = sparse.Indices[count..];
            count += StepScan.Add(_steps, step, step * _shape.OutputWidth, rest, out step);
        }
        _lastHadManySteps = step < _shape.OutputSteps;
        sparse.Values[..count].Fill(_code.SpikeValue);
        output = sparse.CommitTruncated(_lastHadManySteps ? 0 : count);
        return !_lastHadManySteps;
    }

    /// <summary>Finds where each step's spikes begin and returns the number of spikes; silent neurons come last.</summary>
    private int Place()
    {
        Span<int> places = _places;
        places.Clear();
        foreach (int step in Steps)
            places[step]++;
        int count = 0, used = 0;
        foreach (ref int place in places)
        {
            used += place > 0 ? 1 : 0;
            (place, count) = (count, count + place);
        }
        _lastHadManySteps = used > FewSteps;
        return places[^1];
    }

    private void WriteSlots(int count, ref VBuffer<float> output)
    {
        // Silent neurons are written behind the others and cut off, because testing whether each one fires takes longer. So there
        // are as many indices as neurons; with a single step, that is the number of all values.
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, _shape.OutputLength, _shape.OutputWidth,
            maxValuesCapacity: _shape.OutputLength, requireIndicesOnDense: true);
        Span<int> slots = sparse.Indices, places = _places, steps = Steps;
        for (int neuron = 0; neuron < steps.Length; neuron++)
            slots[places[steps[neuron]]++] = steps[neuron] * steps.Length + neuron;
        sparse.Values[..count].Fill(_code.SpikeValue);
        output = sparse.CommitTruncated(count);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void WriteDense(ref VBuffer<float> output)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, _shape.OutputLength);
        dense.Values.Clear();
        ReadOnlySpan<int> steps = Steps;
        for (int neuron = 0; neuron < steps.Length; neuron++)
        {
            if (steps[neuron] < _shape.OutputSteps)
                dense.Values[steps[neuron] * steps.Length + neuron] = _code.SpikeValue;
        }
        output = dense.Commit();
    }
}
