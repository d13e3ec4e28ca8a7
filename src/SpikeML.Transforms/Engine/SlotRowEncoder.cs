using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A code that can name the slots of a row's spikes without writing every value.</summary>
internal interface ISlotCode
{
    /// <summary>The value of every spike; null where <see cref="TryEncodeSlots"/> writes the values.</summary>
    float? SpikeValue => 1;

    /// <summary>Room for the slots of as many spikes as the row may have, or is all but certain not to exceed.</summary>
    int RoomForSlots(in RowInput row);

    /// <summary>
    /// Writes the ascending slots of the spikes, and their values unless <see cref="SpikeValue"/> gives them.
    /// </summary>
    /// <returns>False where there are more spikes than there is room for; what was written is then meaningless.</returns>
    bool TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count);
}

/// <summary>Takes a row's slots from a code, or its dense values where they are smaller.</summary>
internal sealed class SlotRowEncoder<TCode>(TCode code, RowShape shape) : RowEncoder
    where TCode : SpikeCode, ISlotCode
{
    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        int room = code.RoomForSlots(row);
        if (room <= SpikeBuffers.LargestSparseCount(shape.OutputLength) && TryEncodeSlots(row, room, ref output))
            return;
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, shape.OutputLength);
        code.Encode(row, dense.Values);
        output = dense.Commit();
    }

    private bool TryEncodeSlots(in RowInput row, int room, ref VBuffer<float> output)
    {
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, shape.OutputLength, room);
        bool complete = code.TryEncodeSlots(row, sparse.Indices, sparse.Values, out int count);
        if (complete && code.SpikeValue is float value)
            sparse.Values[..count].Fill(value);
        // An incomplete row is committed too, empty: its memory is there for the next one.
        output = sparse.CommitTruncated(complete ? count : 0);
        return complete;
    }
}
