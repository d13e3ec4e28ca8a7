using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Lets a code write every value of a row, then packs the row if it has few spikes.</summary>
/// <param name="code">The code.</param>
/// <param name="shape">The shape of its rows.</param>
/// <param name="isAlwaysDense">Whether no row has few spikes, so that they need not be counted.</param>
internal sealed class DenseRowEncoder(SpikeCode code, RowShape shape, bool isAlwaysDense = false) : RowEncoder
{
    public override void Encode(in RowInput row, ref VBuffer<float> output)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref output, shape.OutputLength);
        code.Encode(row, dense.Values);
        int count = isAlwaysDense ? shape.OutputLength : SpikeBuffers.Count(dense.Values);
        output = dense.Commit();
        SpikeBuffers.Compact(ref output, count);
    }
}
