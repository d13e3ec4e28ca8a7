using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class BinSubject : EncoderSubject<BinEncodingOptions>
{
    private readonly Random _random = new();
    private float[] _rates = [];

    public override string Name => "bins";

    public override bool IsRandom => true;

    protected override IEnumerable<Dial> Dials =>
        [new("digits, MaxRate", 1e-3, 1, rate => new BinEncodingOptions { MaxRate = rate, NumFields = 2 }, FeatureRows.Digits)];

    protected override Tensor Torch(Tensor batch, BinEncodingOptions code)
    {
        Tensor widths = Widths(code);
        Tensor shares = where(widths > 0, ((batch - Lowest(code)) / widths).clamp(0, 1), 0.5).unsqueeze(-1);
        Tensor offsets = arange(code.NumFields, float32) / (code.NumFields - 1) - shares;
        Tensor responses = (-offsets.square() / (2 * code.Width * code.Width)).exp();
        Tensor rates = responses / responses.sum(dim: -1, keepdim: true) * code.MaxRate;
        return rates.repeat(code.NumSteps, 1, 1, 1).bernoulli();
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, BinEncodingOptions code)
    {
        int bins = code.NumFields;
        if (_rates.Length != values.Length * bins)
            _rates = new float[values.Length * bins];
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            ValueRange range = code.LearnedRanges[neuron];
            double width = range.Highest - range.Lowest, sum = 0;
            double share = width > 0 ? Math.Clamp((values[neuron] - range.Lowest) / width, 0, 1) : 0.5;
            Span<float> own = _rates.AsSpan(neuron * bins, bins);
            for (int bin = 0; bin < bins; bin++)
            {
                double offset = bin / (bins - 1.0) - share;
                own[bin] = (float)Math.Exp(-offset * offset / (2 * code.Width * code.Width));
                sum += own[bin];
            }
            foreach (ref float rate in own)
                rate = (float)(rate / sum * code.MaxRate);
        }
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            foreach (float rate in _rates)
                spikes[slot++] = _random.NextSingle() < rate ? 1 : 0;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, BinEncodingOptions code)
    {
        Tensor sums = (spikes != 0).sum(dim: 0), total = sums.sum(dim: -1);
        Tensor centres = arange(code.NumFields, float32) / (code.NumFields - 1);
        Tensor shares = where(total > 0, (sums * centres).sum(dim: -1) / total, 0.5);
        return Lowest(code) + shares * Widths(code);
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, BinEncodingOptions code)
    {
        int bins = code.NumFields;
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            double count = 0, sum = 0;
            for (int step = 0; step < code.NumSteps; step++)
            {
                for (int bin = 0; bin < bins; bin++)
                {
                    if (spikes[(step * values.Length + neuron) * bins + bin] == 0)
                        continue;
                    count++;
                    sum += bin / (bins - 1.0);
                }
            }
            ValueRange range = code.LearnedRanges[neuron];
            values[neuron] = (float)(range.Lowest + (count > 0 ? sum / count : 0.5) * (range.Highest - range.Lowest));
        }
    }

    private static Tensor Lowest(BinEncodingOptions code) =>
        tensor(code.LearnedRanges.Select(range => (float)range.Lowest).ToArray());

    private static Tensor Widths(BinEncodingOptions code) =>
        tensor(code.LearnedRanges.Select(range => (float)(range.Highest - range.Lowest)).ToArray());
}
