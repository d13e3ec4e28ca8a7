using System.Collections.Immutable;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Spike trains of events, which rows have different numbers of.</summary>
internal sealed class FromEventsSubject : Subject
{
    private const int Neurons = FeatureRows.Count;
    private const int NumSteps = 100;
    private const int Fields = 3;

    private static readonly ImmutableArray<int> Shape = [Neurons];

    public override string Name => "from events";

    public override Setting? Find(double density, out double closest)
    {
        if (SpikeRows.Find(density, new DenseSpikesOptions { NumSteps = NumSteps, Shape = Shape }, out closest) is not { } spikes)
            return null;
        Pipeline events = Pipeline.Make(new SpikeEventsOptions(), spikes.Rows);
        VBuffer<float>[] rows = events.First(Math.Min(64, spikes.Rows.Rows.Length));
        return spikes with { Rows = new InputRows(new VectorDataViewType(NumberDataViewType.Single), rows, IsTimeFirst: false) };
    }

    /// <summary>All events of a batch, one after the other: row, step, neuron and value.</summary>
    public override Tensor Batch(InputRows rows, int count)
    {
        IEnumerable<float> Numbered(VBuffer<float> row, int i) =>
            row.DenseValues().Chunk(Fields).SelectMany(own => own.Prepend(i));
        return tensor(rows.Rows.Take(count).SelectMany(Numbered).ToArray()).reshape(-1, 1 + Fields);
    }

    public override Tensor RowOf(Tensor result, int row) => result.select(0, row);

    public override Tensor Torch(Tensor batch, SpikeCode code)
    {
        int count = (int)batch[-1, 0].item<float>() + 1;
        Tensor places = batch.narrow(1, 0, Fields).to(int64);
        Tensor slots = (places.select(1, 0) * NumSteps + places.select(1, 1)) * Neurons + places.select(1, 2);
        Tensor spikes = zeros(count * NumSteps * Neurons).index_add_(0, slots, batch.select(1, Fields), 1);
        return spikes.reshape(count, NumSteps * Neurons);
    }

    public override PlainRowLoop MakeLoop(SpikeCode code) => PlainReader.OverValues((events, spikes) =>
    {
        spikes[..(NumSteps * Neurons)].Clear();
        for (int i = 0; i < events.Length; i += Fields)
            spikes[(int)events[i] * Neurons + (int)events[i + 1]] += events[i + 2];
    });
}
