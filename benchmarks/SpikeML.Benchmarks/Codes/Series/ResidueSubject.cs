using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class ResidueSubject : SeriesSubject<ResidueEncodingOptions>
{
    private readonly double[] _residues = new double[Neurons];

    public override string Name => "residue";

    protected override IEnumerable<Dial> Dials =>
        [new("Threshold", 1e-7, 5, threshold => new ResidueEncodingOptions { Threshold = threshold }, SeriesRows.Series)];

    protected override Tensor Torch(Tensor batch, ResidueEncodingOptions code)
    {
        Tensor previous = zeros_like(batch[0]), residues = zeros_like(previous), zero = zeros(1), spikes = empty_like(batch);
        for (int step = 0; step < batch.shape[0]; step++)
        {
            Tensor changes = batch[step] - previous + residues;
            Tensor spike = where(changes.abs() >= code.Threshold!.Value, changes, zero);
            spikes[step].copy_(spike);
            (residues, previous) = (changes - spike, batch[step]);
        }
        return spikes;
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, ResidueEncodingOptions code)
    {
        double threshold = code.Threshold!.Value;
        Array.Clear(_residues);
        for (int first = 0; first < values.Length; first += Neurons)
        {
            for (int neuron = 0; neuron < Neurons; neuron++)
            {
                double previous = first == 0 ? 0 : values[first - Neurons + neuron];
                double change = values[first + neuron] - previous + _residues[neuron];
                float spike = Math.Abs(change) >= threshold ? (float)change : 0;
                spikes[first + neuron] = spike;
                _residues[neuron] = change - spike;
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, ResidueEncodingOptions code) => spikes.cumsum(0);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, ResidueEncodingOptions code) =>
        Sums.Cumulate(spikes, values, Neurons, 1, countsFirst: true);
}
