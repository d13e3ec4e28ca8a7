using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class BsaSubject : SeriesSubject<BsaEncodingOptions>
{
    private float[] _rest = [];

    public override string Name => "BSA";

    public override string Limit => "no spike in the last 8 steps; where spikes are rare, none of them fits";

    protected override IEnumerable<Dial> Dials =>
        [new("Threshold half the Filter, Filter times", 1e-3, 1e3, Times, SeriesRows.Unit)];

    protected override Tensor Torch(Tensor batch, BsaEncodingOptions code)
    {
        int taps = code.Filter.Length;
        Tensor rest = batch.clone(), spikes = zeros_like(batch), filter = tensor(code.Filter.ToArray()).reshape(-1, 1, 1);
        for (int step = 0; step <= batch.shape[0] - taps; step++)
        {
            Tensor window = rest.narrow(0, step, taps), reduced = window - filter;
            Tensor fires = reduced.abs().sum(dim: 0) <= window.abs().sum(dim: 0) - code.Threshold!.Value;
            spikes[step].copy_(fires);
            window.sub_(filter * fires);
        }
        return spikes;
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, BsaEncodingOptions code)
    {
        ReadOnlySpan<float> filter = code.Filter.AsSpan();
        int numSteps = values.Length / Neurons;
        if (_rest.Length != numSteps)
            _rest = new float[numSteps];
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            for (int step = 0; step < numSteps; step++)
                _rest[step] = values[step * Neurons + neuron];
            for (int step = 0; step < numSteps; step++)
                spikes[step * Neurons + neuron] = Fires(_rest.AsSpan(step), filter, code.Threshold!.Value) ? 1 : 0;
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, BsaEncodingOptions code)
    {
        Tensor sums = zeros_like(spikes);
        for (int tap = 0; tap < code.Filter.Length; tap++)
            sums.narrow(0, tap, spikes.shape[0] - tap).add_(spikes.narrow(0, 0, spikes.shape[0] - tap), alpha: code.Filter[tap]);
        return sums;
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, BsaEncodingOptions code)
    {
        values.Clear();
        for (int slot = 0; slot < spikes.Length; slot++)
        {
            if (spikes[slot] == 0)
                continue;
            for (int tap = 0, to = slot; tap < code.Filter.Length && to < values.Length; tap++, to += Neurons)
                values[to] += code.Filter[tap] * spikes[slot];
        }
    }

    /// <summary>The smaller the filter the more spikes it takes to make the series of it.</summary>
    private static BsaEncodingOptions Times(double factor)
    {
        BsaEncodingOptions options = new();
        return options with { Filter = [.. options.Filter.Select(tap => (float)(tap * factor))], Threshold = 0.5 * factor };
    }

    private static bool Fires(Span<float> rest, ReadOnlySpan<float> filter, double threshold)
    {
        if (rest.Length < filter.Length)
            return false;
        double with = 0, without = 0;
        for (int tap = 0; tap < filter.Length; tap++)
        {
            with += Math.Abs((double)rest[tap] - filter[tap]);
            without += Math.Abs((double)rest[tap]);
        }
        if (with > without - threshold)
            return false;
        for (int tap = 0; tap < filter.Length; tap++)
            rest[tap] -= filter[tap];
        return true;
    }
}
