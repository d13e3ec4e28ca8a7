using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Converts rows of events to trains, sparse if that is smaller.</summary>
/// <remarks>Events in the order of their slots are written directly.</remarks>
internal sealed class EventTrainEncoder(DenseSpikesOptions code, RowShape shape) : RowEncoder
{
    private readonly DenseRowEncoder _dense = new(code, shape);
    private readonly SlotSums _sums = new(shape.OutputLength);

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        EventReading.CheckLength(row.Values);
        int count = row.Values.Length / EventVectors.Fields;
        if (count > SpikeBuffers.LargestSparseCount(shape.OutputLength))
        {
            _dense.Encode(row, ref output);
            return;
        }
        if (TryWriteInOrder(row.Values, count, ref output))
            return;
        (int[] slots, float[] values) = _sums.Room(count);
        EventReading.Read(row.Values, shape.OutputSteps, shape.OutputWidth, slots, values);
        _sums.Write(count, ref output);
    }

    private bool TryWriteInOrder(ReadOnlySpan<float> events, int count, ref VBuffer<float> output)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, shape.OutputLength, count);
        bool isInOrder = EventReading.Read(events, shape.OutputSteps, shape.OutputWidth, sparse.Indices, sparse.Values)
            && SpikeBuffers.Count(sparse.Values) == count;
        output = sparse.CommitTruncated(isInOrder ? count : 0);
        return isInOrder;
    }
}
