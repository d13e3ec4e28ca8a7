using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Encodes rows as a pipeline's cursor does, without the pipeline.</summary>
internal sealed class EncodedRow
{
    private readonly SpikeCode _code;
    private readonly RowShape _shape;
    private readonly RowEncoder _encoder;
    private VBuffer<float> _output;

    public EncodedRow(SpikeCode code, params int[] dimensions)
    {
        DataViewSchema.Builder schema = new();
        schema.AddColumn("Features", new VectorDataViewType(NumberDataViewType.Single, dimensions));
        DataViewSchema columns = schema.ToSchema();
        _code = code;
        _shape = RowShape.Of(new MLContext(), code, columns, columns[0]);
        _encoder = code.MakeEncoder(_shape);
    }

    /// <summary>The row's values; it is sparse where that is no larger, and only there.</summary>
    public float[] Encode(float[] features) => Encode(new RowInput { Shape = _shape, Values = features });

    /// <summary>The same of a sparse row, whose listed values may be 0.</summary>
    public float[] EncodeSparse(float[] features, int[] slots) => Encode(new RowInput
    {
        Shape = _shape,
        Values = [.. slots.Select(slot => features[slot])],
        Slots = slots,
        IsSparse = true,
    });

    private float[] Encode(in RowInput row)
    {
        _encoder.Encode(row, ref _output);
        float[] dense = [.. _output.DenseValues()];
        int count = dense.Count(value => value != 0);
        Assert.Equal(count <= dense.Length / 2 && count < dense.Length, !_output.IsDense);
        if (!_output.IsDense)
            Assert.Equal(Enumerable.Range(0, dense.Length).Where(slot => dense[slot] != 0), _output.GetIndices().ToArray());
        return dense;
    }

    /// <summary>The row's values, written by the code itself and not by its encoder.</summary>
    public float[] EncodeAtOnce(float[] features, double[]? doubles = null)
    {
        float[] output = new float[_shape.OutputLength];
        Array.Fill(output, float.NaN);
        _code.Encode(new RowInput { Shape = _shape, Values = features, Doubles = doubles }, output);
        return output;
    }

    /// <summary>The room that the code asks for the slots of the row's spikes.</summary>
    public int RoomForSlots(float[] features) =>
        ((ISlotCode)_code).RoomForSlots(new RowInput { Shape = _shape, Values = features });

    /// <summary>The slots of the row's spikes, or null if the code says that there is not enough room for them.</summary>
    public int[]? Slots(float[] features, int room)
    {
        int[] slots = new int[room];
        RowInput row = new() { Shape = _shape, Values = features };
        return ((ISlotCode)_code).TryEncodeSlots(row, slots, new float[room], out int count) ? slots[..count] : null;
    }

    public static void AssertSame(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int slot = 0; slot < expected.Length; slot++)
        {
            if (BitConverter.SingleToInt32Bits(expected[slot]) != BitConverter.SingleToInt32Bits(actual[slot]))
                Assert.Fail($"Slot {slot} of {expected.Length} is {actual[slot]:R}, not {expected[slot]:R}.");
        }
    }
}
