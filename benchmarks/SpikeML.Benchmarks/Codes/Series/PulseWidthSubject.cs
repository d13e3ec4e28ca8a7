using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class PulseWidthSubject : SeriesSubject<PulseWidthEncodingOptions>
{
    private readonly float[] _widths = new float[Neurons];

    public override string Name => "pulse width";

    protected override IEnumerable<Dial> Dials =>
    [
        new("Period", 2, 400, period => new PulseWidthEncodingOptions { Period = (int)period }, SeriesRows.Series),
    ];

    protected override Tensor Torch(Tensor batch, PulseWidthEncodingOptions code)
    {
        (double lowest, double range) = Range(code);
        Tensor shares = (batch - lowest) / range;
        Tensor carrier = ((arange(batch.shape[0], float32) + code.Period!.Value - 1) % code.Period.Value / code.Period.Value)
            .reshape(-1, 1, 1);
        Tensor widths = where((shares > 1 - carrier) & (carrier > 0), -1f, (shares < carrier).to(float32));
        widths[0].zero_();
        Tensor before = cat([zeros_like(widths[0]).unsqueeze(0), widths.narrow(0, 0, widths.shape[0] - 1)]);
        return where(widths == before, zeros(1), widths);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, PulseWidthEncodingOptions code)
    {
        (double lowest, double range) = Range(code);
        int period = code.Period!.Value;
        Array.Clear(_widths);
        spikes[..Neurons].Clear();
        for (int step = 1; step < values.Length / Neurons; step++)
        {
            int phase = (step + period - 1) % period;
            double below = phase == 0 ? double.NegativeInfinity : lowest + range * phase / period;
            double above = phase == 0 ? double.PositiveInfinity : lowest + range * (period - phase) / period;
            for (int neuron = 0; neuron < Neurons; neuron++)
            {
                float value = values[step * Neurons + neuron], width = value > above ? -1 : value < below ? 1 : 0;
                spikes[step * Neurons + neuron] = width == _widths[neuron] ? 0 : width;
                _widths[neuron] = width;
            }
        }
    }

    /// <summary>Lines from spike to spike: no formula of tensors says that.</summary>
    public override bool Decodes => false;

    private static (double Lowest, double Range) Range(PulseWidthEncodingOptions code) =>
        (code.Lowest!.Value, code.Highest!.Value - code.Lowest.Value);
}
