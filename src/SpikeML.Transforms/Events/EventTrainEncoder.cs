using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Converts rows of events to trains, sparse if that is smaller.</summary>
/// <remarks>
/// Events in the order of their slots are written directly. Others are sorted if there are few of them, and otherwise added up in
/// a dense train.
/// </remarks>
internal sealed class EventTrainEncoder(RowShape shape) : RowEncoder
{
    /// <summary>Sorting an event costs about as much as processing this many values of a dense train.</summary>
    private const int ValuesPerSortedEvent = 64;

    private int[] _slots = [];
    private float[] _values = [];
    private long[] _order = [];

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        EventReading.Check(row.Values);
        int count = row.Values.Length / EventVectors.Fields;
        bool isSparse = count <= SpikeBuffers.LargestSparseCount(shape.OutputLength);
        if (isSparse && TryWriteInOrder(row.Values, count, ref output))
            return;
        if (_slots.Length < count)
            (_slots, _values) = (new int[Math.Max(count, 2 * _slots.Length)], new float[Math.Max(count, 2 * _slots.Length)]);
        EventReading.Read(row.Values, shape.OutputSteps, shape.OutputWidth, _slots, _values);
        if (isSparse && count < shape.OutputLength / ValuesPerSortedEvent)
            WriteSorted(count, ref output);
        else
            WriteDense(count, ref output);
    }

    private bool TryWriteInOrder(ReadOnlySpan<float> events, int count, ref VBuffer<float> output)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, shape.OutputLength, count);
        bool isInOrder = EventReading.Read(events, shape.OutputSteps, shape.OutputWidth, sparse.Indices, sparse.Values)
            && SpikeBuffers.Count(sparse.Values) == count;
        output = sparse.CommitTruncated(isInOrder ? count : 0);
        return isInOrder;
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
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, shape.OutputLength, count);
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
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, shape.OutputLength);
        EventReading.Add(_slots.AsSpan(0, count), _values, dense.Values);
        int spikes = SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, spikes);
    }
}
