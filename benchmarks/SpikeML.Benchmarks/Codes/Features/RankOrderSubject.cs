using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class RankOrderSubject : EncoderSubject<RankOrderEncodingOptions>
{
    private ulong[] _order = [];

    public override string Name => "rank order";

    public override double VectorGoal => 100;

    public override string Limit => "one spike a step: 0.13 % of 784 neurons";

    protected override IEnumerable<Dial> Dials =>
        [new("digits", new RankOrderEncodingOptions { NumSteps = 100 }, FeatureRows.Digits)];

    protected override Tensor Torch(Tensor batch, RankOrderEncodingOptions code)
    {
        int numSteps = code.NumSteps!.Value;
        Tensor order = batch.sort(1, descending: true, stable: true).Indices.narrow(1, 0, numSteps).t().unsqueeze(-1);
        return zeros([numSteps, .. batch.shape]).scatter_(2, order, ones(1).expand(order.shape));
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, RankOrderEncodingOptions code)
    {
        if (_order.Length != values.Length)
            _order = new ulong[values.Length];
        // The bits of what is not negative are in its order; of equal features the first comes first.
        for (int neuron = 0; neuron < values.Length; neuron++)
            _order[neuron] = (ulong)~BitConverter.SingleToUInt32Bits(values[neuron]) << 32 | (uint)neuron;
        Array.Sort(_order);
        spikes.Clear();
        for (int step = 0; step < code.NumSteps; step++)
            spikes[step * values.Length + (int)(uint)_order[step]] = 1;
    }

    protected override Tensor TorchDecode(Tensor spikes, RankOrderEncodingOptions code) =>
        where(spikes.amax([0]) > 0, pow(code.Modulation, spikes.argmax(0).to(float32)), zeros(1));

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, RankOrderEncodingOptions code)
    {
        double drive = 1;
        values.Clear();
        for (int step = 0, slot = 0; step < code.NumSteps; step++, drive *= code.Modulation)
        {
            for (int neuron = 0; neuron < values.Length; neuron++)
            {
                if (spikes[slot++] != 0)
                    values[neuron] = (float)drive;
            }
        }
    }
}
