using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>A code that can list the slots of a row's spikes without writing every value.</summary>
internal interface ISlotCode
{
    /// <summary>The value of every spike, or null if <see cref="TryEncodeSlots"/> writes the values.</summary>
    float? SpikeValue => 1;

    /// <summary>
    /// Room for the slots of the largest number of spikes that the row can have or will almost certainly not exceed.
    /// </summary>
    int RoomForSlots(in RowInput row);

    /// <summary>Writes the ascending slots of the spikes, and their values unless <see cref="SpikeValue"/> is set.</summary>
    /// <returns>False if there are more spikes than there is room for; the output is then undefined.</returns>
    bool TryEncodeSlots(in RowInput row, Span<int> slots, Span<float> values, out int count);
}

/// <summary>Takes a row's slots from a code, or its dense values if they are smaller.</summary>
internal sealed class SlotRowEncoder<TCode>(TCode code, RowShape shape) : RowEncoder
    where TCode : SpikeCode, ISlotCode
{
    private readonly SlotRow _slots = new(code, shape);

    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        if (_slots.TryEncode(row, ref output))
            return;
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, shape.OutputLength);
        code.Encode(row, dense.Values);
        output = dense.Commit();
    }
}

/// <summary>Writes a row as the slots that a code lists.</summary>
internal sealed class SlotRow(ISlotCode code, RowShape shape)
{
    /// <summary>Returns false if the row's dense values are smaller; the output is then empty.</summary>
    public bool TryEncode(in RowInput row, ref VBuffer<float> output)
    {
        int room = code.RoomForSlots(row);
        if (room > SpikeBuffers.LargestSparseCount(shape.OutputLength))
            return false;
        VBufferEditor<float> sparse = VBufferEditor.Create(ref output, shape.OutputLength, room);
        bool complete = code.TryEncodeSlots(row, sparse.Indices, sparse.Values, out int count);
        if (complete && code.SpikeValue is float value)
            sparse.Values[..count].Fill(value);
        // An incomplete row is committed too, as empty, so its memory is available for the next one.
        output = sparse.CommitTruncated(complete ? count : 0);
        return complete;
    }
}
