using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class ReceptiveFieldSubject : PopulationSubject<ReceptiveFieldEncodingOptions>
{
    public override string Name => "receptive fields";

    public override double VectorGoal => 100;

    public override string Limit => "one spike a field, or none: 1 % at most";

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, WidthFactor", 0.1, 100, factor => new ReceptiveFieldEncodingOptions { WidthFactor = factor },
            FeatureRows.Digits),
        new("readings, WidthFactor", 0.1, 100, factor => new ReceptiveFieldEncodingOptions { WidthFactor = factor },
            FeatureRows.Readings),
    ];

    protected override double WidthFactorOf(ReceptiveFieldEncodingOptions code) => code.WidthFactor;

    protected override double WeightOf(int step, ReceptiveFieldEncodingOptions code) => 1 - (double)step / code.NumSteps;

    protected override Tensor Torch(Tensor batch, ReceptiveFieldEncodingOptions code)
    {
        Tensor steps = (code.NumSteps * (1 - Activations(batch, code))).round();
        Tensor fires = (steps < code.NumSteps).to(float32).unsqueeze(0);
        Tensor places = steps.clamp_max(code.NumSteps - 1).to(int64).unsqueeze(0);
        return zeros([code.NumSteps, .. steps.shape]).scatter_(0, places, fires);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, ReceptiveFieldEncodingOptions code)
    {
        spikes.Clear();
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            for (int field = 0; field < code.NumFields; field++)
            {
                double step = Math.Round(code.NumSteps * (1 - Activation(values[neuron], neuron, field, code)));
                if (step < code.NumSteps)
                    spikes[((int)step * values.Length + neuron) * code.NumFields + field] = 1;
            }
        }
    }
}
