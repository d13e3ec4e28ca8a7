using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>One of the four readouts, of rate-coded spikes.</summary>
internal sealed class ReadoutSubject(SpikeReadoutKind kind) : Subject
{
    private const int Neurons = FeatureRows.Count;
    private const int NumSteps = 100;

    public override string Name => kind switch
    {
        SpikeReadoutKind.Count => "read out count",
        SpikeReadoutKind.MeanRate => "read out mean rate",
        SpikeReadoutKind.FirstSpikeTime => "read out first spike",
        _ => "read out cumulative sum",
    };

    public override Setting? Find(double density, out double closest) =>
        SpikeRows.Find(density, new SpikeReadoutOptions { Kind = kind }, out closest);

    public override Tensor RowOf(Tensor result, int row) => result.select(kind == SpikeReadoutKind.CumulativeSum ? 1 : 0, row);

    public override Tensor Torch(Tensor batch, SpikeCode code) => kind switch
    {
        SpikeReadoutKind.Count => (batch != 0).sum(0, type: ScalarType.Float32),
        SpikeReadoutKind.MeanRate => (batch != 0).mean([0], type: ScalarType.Float32),
        SpikeReadoutKind.FirstSpikeTime => where(batch.amax([0]) > 0, batch.argmax(0).to(float32), full([1], (float)NumSteps)),
        _ => batch.cumsum(0),
    };

    public override PlainRowLoop MakeLoop(SpikeCode code) => kind switch
    {
        SpikeReadoutKind.Count => Count,
        SpikeReadoutKind.MeanRate => MeanRate,
        SpikeReadoutKind.FirstSpikeTime => FirstSpike,
        _ => CumulativeSum,
    };

    private static void Count(in VBuffer<float> row, Span<float> counts)
    {
        counts = counts[..Neurons];
        counts.Clear();
        ReadOnlySpan<float> values = row.GetValues();
        ReadOnlySpan<int> slots = row.GetIndices();
        if (row.IsDense)
            Sums.Count(values, counts);
        for (int i = 0; i < slots.Length; i++)
            counts[slots[i] % Neurons] += values[i] != 0 ? 1 : 0;
    }

    private static void MeanRate(in VBuffer<float> row, Span<float> rates)
    {
        Count(row, rates);
        for (int neuron = 0; neuron < Neurons; neuron++)
            rates[neuron] /= NumSteps;
    }

    private static void FirstSpike(in VBuffer<float> row, Span<float> times)
    {
        times[..Neurons].Fill(NumSteps);
        ReadOnlySpan<float> values = row.GetValues();
        ReadOnlySpan<int> slots = row.GetIndices();
        for (int i = values.Length - 1; i >= 0; i--)
        {
            int slot = row.IsDense ? i : slots[i];
            if (values[i] != 0)
                times[slot % Neurons] = slot / Neurons;
        }
    }

    private static void CumulativeSum(in VBuffer<float> row, Span<float> sums)
    {
        if (row.IsDense)
        {
            Sums.Cumulate(row.GetValues(), sums, Neurons, 1, countsFirst: true);
            return;
        }
        row.CopyTo(sums);
        for (int slot = Neurons; slot < sums.Length; slot++)
            sums[slot] += sums[slot - Neurons];
    }
}
