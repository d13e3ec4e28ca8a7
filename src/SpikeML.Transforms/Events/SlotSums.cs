using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// Adds up values at slots in any order, as a row that is sparse if that is smaller: few are sorted, many are added in a dense
/// row.
/// </summary>
internal sealed class SlotSums(int length)
{
    /// <summary>Sorting a value costs about as much as processing this many slots of a dense row.</summary>
    private const int SlotsPerSortedValue = 64;

    private int[] _slots = [];
    private float[] _values = [];
    private long[] _order = [];

    /// <summary>Room for a number of slots and values.</summary>
    public (int[] Slots, float[] Values) Room(int count)
    {
        if (_slots.Length < count)
        {
            int room = Math.Max(count, 2 * _slots.Length);
            (_slots, _values) = (new int[room], new float[room]);
        }
        return (_slots, _values);
    }

    /// <summary>Writes the row of the first slots and values.</summary>
    public void Write(int count, ref VBuffer<float> output)
    {
        if (count <= SpikeBuffers.LargestSparseCount(length) && count < length / SlotsPerSortedValue)
            WriteSorted(count, ref output);
        else
            WriteDense(count, ref output);
    }

    private void WriteSorted(int count, ref VBuffer<float> output)
    {
        if (_order.Length < count)
            _order = new long[Math.Max(count, 2 * _order.Length)];
        Span<long> order = _order.AsSpan(0, count);
        for (int i = 0; i < count; i++)
            order[i] = ((long)_slots[i] << 32) | (uint)i;
        // By slot, and within a slot in the given order, because the order of addition determines how sums are rounded.
        order.Sort();
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, length, count);
        int written = 0;
        for (int next = 0; next < count;)
        {
            long slot = order[next] >> 32;
            float sum = 0;
            for (; next < count && order[next] >> 32 == slot; next++)
                sum += _values[(int)(uint)order[next]];
            (sparse.Indices[written], sparse.Values[written]) = ((int)slot, sum);
            written += sum != 0 ? 1 : 0;
        }
        output = sparse.CommitTruncated(written);
    }

    private void WriteDense(int count, ref VBuffer<float> output)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, length);
        dense.Values.Clear();
        EventReading.Add(_slots.AsSpan(0, count), _values, dense.Values);
        int spikes = SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, spikes);
    }
}
