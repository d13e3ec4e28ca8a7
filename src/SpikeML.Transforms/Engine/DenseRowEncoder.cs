using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Lets a code write every value of a row, then packs the row if it has few spikes.</summary>
internal sealed class DenseRowEncoder(SpikeCode code, RowShape shape) : RowEncoder
{
    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, shape.OutputLength);
        code.Encode(row, dense.Values);
        int count = SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, count);
    }
}
