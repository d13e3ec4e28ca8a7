using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class DeltaSubject : SeriesSubject<DeltaEncodingOptions>
{
    public override string Name => "delta";

    public override double VectorGoal => 25;

    protected override IEnumerable<Dial> Dials =>
    [
        new("Threshold", 1e-4, 5, threshold => new DeltaEncodingOptions { Threshold = threshold }, SeriesRows.Series),
        new("OffSpike, Threshold", 1e-6, 5, threshold => new DeltaEncodingOptions { Threshold = threshold, OffSpike = true },
            SeriesRows.Series),
    ];

    protected override Tensor Torch(Tensor batch, DeltaEncodingOptions code)
    {
        Tensor changes = batch.diff(dim: 0, prepend: zeros_like(batch[0]).unsqueeze(0));
        Tensor on = (changes >= code.Threshold).to(float32);
        return code.OffSpike ? on - (changes <= -code.Threshold).to(float32) : on;
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, DeltaEncodingOptions code)
    {
        float threshold = (float)code.Threshold;
        for (int slot = 0; slot < values.Length; slot++)
        {
            float change = values[slot] - (slot < Neurons ? 0 : values[slot - Neurons]);
            spikes[slot] = change >= threshold ? 1 : code.OffSpike && change <= -threshold ? -1 : 0;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, DeltaEncodingOptions code) => Cumulated(spikes, code.Threshold);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, DeltaEncodingOptions code) =>
        Sums.Cumulate(spikes, values, Neurons, (float)code.Threshold, countsFirst: false);
}
