using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML.Torch;

/// <summary>Gathers the events of sparse rows, which come one after another, and sorts them by steps.</summary>
/// <param name="numSteps">The number of steps of a row.</param>
/// <param name="neurons">The number of neurons of a row.</param>
internal sealed class EventGathering(int numSteps, int neurons)
{
    private readonly List<int> _slots = [], _ends = [0];
    private readonly List<float> _values = [];

    public int Rows => _ends.Count - 1;

    public int Count => _slots.Count;

    public int NumSteps => numSteps;

    public int Neurons => neurons;

    /// <summary>The indices of the events of all rows, one row after another.</summary>
    public ReadOnlySpan<int> AllSlots => CollectionsMarshal.AsSpan(_slots);

    /// <summary>The values of the events of all rows.</summary>
    public ReadOnlySpan<float> AllValues => CollectionsMarshal.AsSpan(_values);

    /// <summary>Whether there is no value other than 1.</summary>
    public bool AreOnes =>
        Count == 0 || (TensorPrimitives.Min(AllValues) == 1 && TensorPrimitives.Max(AllValues) == 1);

    /// <summary>The number of events of each row.</summary>
    public ReadOnlySpan<int> Counts()
    {
        int[] counts = new int[Rows];
        TensorPrimitives.Subtract(CollectionsMarshal.AsSpan(_ends)[1..], CollectionsMarshal.AsSpan(_ends)[..^1], counts);
        return counts;
    }

    /// <summary>Forgets all rows, but keeps the memory for others.</summary>
    public void Clear()
    {
        _slots.Clear();
        _values.Clear();
        _ends.RemoveRange(1, Rows);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="slots">The ascending indices of its values, time-major.</param>
    /// <param name="values">The same number of values.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void Add(ReadOnlySpan<int> slots, ReadOnlySpan<float> values)
    {
        // A sparse row may store zeros, which are no events.
        bool hasZeros = values.Length > 0 && TensorPrimitives.MinMagnitude(values) == 0;
        for (int i = 0; hasZeros && i < slots.Length; i++)
        {
            if (values[i] == 0)
                continue;
            _slots.Add(slots[i]);
            _values.Add(values[i]);
        }
        if (!hasZeros)
        {
            _slots.AddRange(slots);
            _values.AddRange(values);
        }
        _ends.Add(_slots.Count);
    }

    /// <summary>The indices of a row's events, ascending.</summary>
    public ReadOnlySpan<int> Slots(int row) => AllSlots[_ends[row].._ends[row + 1]];

    /// <summary>The values of a row's events.</summary>
    public ReadOnlySpan<float> Values(int row) => AllValues[_ends[row].._ends[row + 1]];

    /// <summary>The events by steps: those of step t and row b are in row t * <see cref="Rows"/> + b.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public InputEvents ToEvents()
    {
        int[] starts = Starts(), columns = GC.AllocateUninitializedArray<int>(Count);
        float[] values = AreOnes ? [] : GC.AllocateUninitializedArray<float>(Count);
        for (int row = 0; row < Rows; row++)
        {
            ReadOnlySpan<int> slots = Slots(row);
            for (int step = 0, from = 0; step < numSteps; step++)
            {
                int at = starts[step * Rows + row], count = starts[step * Rows + row + 1] - at;
                TensorPrimitives.Subtract(slots.Slice(from, count), step * neurons, columns.AsSpan(at, count));
                if (values.Length > 0)
                    Values(row).Slice(from, count).CopyTo(values.AsSpan(at, count));
                from += count;
            }
        }
        return new(starts, columns, values, neurons) { NumSteps = numSteps };
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private int[] Starts()
    {
        int[] starts = new int[numSteps * Rows + 1];
        for (int row = 0; row < Rows; row++)
        {
            int step = 0, stepEnd = neurons;
            foreach (int slot in Slots(row))
            {
                for (; slot >= stepEnd; stepEnd += neurons)
                    step++;
                starts[step * Rows + row + 1]++;
            }
        }
        for (int i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return starts;
    }
}
