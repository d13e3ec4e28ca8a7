using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class RateTargetSubject : EncoderSubject<RateTargetEncodingOptions>
{
    private const int Classes = 10;

    /// <summary>Quotients that mean a whole number may be just below it.</summary>
    private const double Rounding = 1 + 4.5e-16;

    public override string Name => "rate targets";

    public override bool Decodes => false;

    protected override IEnumerable<Dial> Dials =>
    [
        new("10 classes, CorrectRate", 0.005, 1, rate => Options with { CorrectRate = rate }, FeatureRows.Labels),
        new("10 classes, IncorrectRate", 0.001, 1, rate => Options with { IncorrectRate = rate }, FeatureRows.Labels),
    ];

    private static RateTargetEncodingOptions Options => new() { NumClasses = Classes };

    protected override Tensor Torch(Tensor batch, RateTargetEncodingOptions code)
    {
        Tensor correct = nn.functional.one_hot(batch.to(int64), Classes).@bool();
        return where(correct, Pattern(code.CorrectRate, code), Pattern(code.IncorrectRate, code));
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, RateTargetEncodingOptions code)
    {
        spikes.Clear();
        for (int neuron = 0; neuron < Classes; neuron++)
        {
            double rate = neuron == (int)values[0] ? code.CorrectRate : code.IncorrectRate;
            if (rate == 0)
                continue;
            int count = (int)Math.Ceiling(code.NumSteps * rate);
            for (int spike = 0; spike < count; spike++)
            {
                int step = (int)(spike / rate * Rounding);
                if (step < code.NumSteps)
                    spikes[step * Classes + neuron] = 1;
            }
        }
    }

    /// <summary>The spikes of one neuron, as [steps, 1, 1].</summary>
    private static Tensor Pattern(double rate, RateTargetEncodingOptions code)
    {
        Tensor spikes = zeros(code.NumSteps);
        if (rate > 0)
        {
            Tensor steps = (arange(code.NumSteps, float64) / rate * Rounding).to(int64);
            spikes.index_fill_(0, steps[steps < code.NumSteps], 1);
        }
        return spikes.reshape(-1, 1, 1);
    }
}
