using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class RankOrderSubject : EncoderSubject<RankOrderEncodingOptions>
{
    private int[] _slots = [];
    private float[] _keys = [];

    public override string Name => "rank order";

    public override double TorchGoal => 100;

    public override string Limit => "one spike a step: 0.13 % of 784 neurons";

    protected override IEnumerable<Dial> Dials => [new("digits", new RankOrderEncodingOptions { NumSteps = 100 }, FeatureRows.Digits)];

    protected override Tensor Torch(Tensor batch, RankOrderEncodingOptions code)
    {
        int numSteps = code.NumSteps!.Value;
        Tensor order = batch.sort(1, descending: true, stable: true).Indices.narrow(1, 0, numSteps).t().unsqueeze(-1);
        return zeros([numSteps, .. batch.shape]).scatter_(2, order, ones(1).expand(order.shape));
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, RankOrderEncodingOptions code)
    {
        if (_slots.Length != values.Length)
            (_slots, _keys) = (new int[values.Length], new float[values.Length]);
        for (int neuron = 0; neuron < values.Length; neuron++)
            (_slots[neuron], _keys[neuron]) = (neuron, -values[neuron]);
        // Not stable: of equal features any may come first.
        Array.Sort(_keys, _slots);
        spikes.Clear();
        for (int step = 0; step < code.NumSteps; step++)
            spikes[step * values.Length + _slots[step]] = 1;
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
