using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class PopulationRateSubject : PopulationSubject<PopulationRateEncodingOptions>
{
    private readonly Random _random = new();
    private float[] _activations = [];

    public override string Name => "population rate";

    public override bool IsRandom => true;

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, WidthFactor", 0.01, 50, factor => new PopulationRateEncodingOptions { WidthFactor = factor },
            FeatureRows.Digits),
    ];

    protected override double WidthFactorOf(PopulationRateEncodingOptions code) => code.WidthFactor;

    protected override double WeightOf(int step, PopulationRateEncodingOptions code) => 1;

    protected override Tensor Torch(Tensor batch, PopulationRateEncodingOptions code) =>
        Activations(batch, code).repeat(code.NumSteps, 1, 1, 1).bernoulli();

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, PopulationRateEncodingOptions code)
    {
        if (_activations.Length != values.Length * code.NumFields)
            _activations = new float[values.Length * code.NumFields];
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            for (int field = 0; field < code.NumFields; field++)
                _activations[neuron * code.NumFields + field] = (float)Activation(values[neuron], neuron, field, code);
        }
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            foreach (float activation in _activations)
                spikes[slot++] = _random.NextSingle() < activation ? 1 : 0;
        }
    }
}
