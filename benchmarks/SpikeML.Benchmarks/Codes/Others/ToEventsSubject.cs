using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Step, neuron and value of each spike.</summary>
internal sealed class ToEventsSubject : Subject
{
    private const int Neurons = FeatureRows.Count;

    public override string Name => "to events";

    public override Setting? Find(double density, out double closest) =>
        SpikeRows.Find(density, new SpikeEventsOptions(), out closest);

    public override Tensor RowOf(Tensor result, int row)
    {
        using TorchSharp.DisposeScope scope = NewDisposeScope();
        Tensor events = result[result[TensorIndex.Colon, 1] == row];
        return events.index_select(1, tensor(new long[] { 0, 2, 3 })).MoveToOuterDisposeScope();
    }

    public override Tensor Torch(Tensor batch, SpikeCode code)
    {
        Tensor places = batch.nonzero();
        return cat([places.to(float32), batch.masked_select(batch != 0).unsqueeze(1)], 1);
    }

    public override PlainRowLoop MakeLoop(SpikeCode code) => Loop;

    private static void Loop(in VBuffer<float> row, Span<float> events)
    {
        ReadOnlySpan<float> values = row.GetValues();
        ReadOnlySpan<int> slots = row.GetIndices();
        for (int i = 0, next = 0; i < values.Length; i++)
        {
            if (values[i] == 0)
                continue;
            int slot = row.IsDense ? i : slots[i];
            events[next++] = slot / Neurons;
            events[next++] = slot % Neurons;
            events[next++] = values[i];
        }
    }
}
