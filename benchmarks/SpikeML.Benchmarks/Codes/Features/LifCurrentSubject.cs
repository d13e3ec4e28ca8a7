using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class LifCurrentSubject : EncoderSubject<LifCurrentEncodingOptions>
{
    private double[] _potentials = [];

    public override string Name => "LIF current";

    protected override IEnumerable<Dial> Dials =>
    [
        new("digits, Gain", 1, 100, gain => new LifCurrentEncodingOptions { Gain = gain }, FeatureRows.Digits),
        new("readings, Gain", 1, 1e5, gain => new LifCurrentEncodingOptions { Gain = gain }, FeatureRows.Readings),
    ];

    protected override Tensor Torch(Tensor batch, LifCurrentEncodingOptions code)
    {
        double share = code.StepSeconds * code.MembraneRate;
        Tensor targets = code.LeakPotential + batch * code.Gain, potentials = full_like(batch, code.ResetPotential);
        Tensor reset = full([1], code.ResetPotential), spikes = empty([code.NumSteps, .. batch.shape]);
        for (int step = 0; step < code.NumSteps; step++)
        {
            potentials += share * (targets - potentials);
            Tensor fires = potentials >= code.Threshold;
            spikes[step].copy_(fires);
            potentials = where(fires, reset, potentials);
        }
        return spikes;
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, LifCurrentEncodingOptions code)
    {
        double share = code.StepSeconds * code.MembraneRate;
        if (_potentials.Length != values.Length)
            _potentials = new double[values.Length];
        Array.Fill(_potentials, code.ResetPotential);
        for (int step = 0, slot = 0; step < code.NumSteps; step++)
        {
            for (int neuron = 0; neuron < values.Length; neuron++, slot++)
            {
                double target = code.LeakPotential + values[neuron] * code.Gain;
                _potentials[neuron] += share * (target - _potentials[neuron]);
                spikes[slot] = 0;
                if (_potentials[neuron] >= code.Threshold)
                    (spikes[slot], _potentials[neuron]) = (1, code.ResetPotential);
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, LifCurrentEncodingOptions code)
    {
        Tensor counts = (spikes != 0).sum(0, type: ScalarType.Float32);
        Tensor lasts = ((spikes != 0).to(float32) * arange(1, code.NumSteps + 1, float32).reshape(-1, 1, 1)).amax([0]);
        Tensor intervals = lasts / counts, least = Targets(intervals, code);
        Tensor targets = where(intervals < 2, least, (least + Targets(intervals - 1, code)) / 2);
        return where(counts == 0, zeros(1), (targets - code.LeakPotential) / code.Gain);
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, LifCurrentEncodingOptions code)
    {
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            int count = 0, last = 0;
            for (int slot = neuron, step = 1; slot < spikes.Length; slot += values.Length, step++)
            {
                if (spikes[slot] != 0)
                    (count, last) = (count + 1, step);
            }
            double interval = (double)last / count, least = Target(interval, code);
            double target = interval < 2 ? least : (least + Target(interval - 1, code)) / 2;
            values[neuron] = count == 0 ? 0 : (float)((target - code.LeakPotential) / code.Gain);
        }
    }

    private static Tensor Targets(Tensor intervals, LifCurrentEncodingOptions code)
    {
        double kept = 1 - code.StepSeconds * code.MembraneRate;
        return code.ResetPotential + (code.Threshold - code.ResetPotential) / (1 - pow(kept, intervals));
    }

    private static double Target(double interval, LifCurrentEncodingOptions code) =>
        code.ResetPotential
        + (code.Threshold - code.ResetPotential) / (1 - Math.Pow(1 - code.StepSeconds * code.MembraneRate, interval));
}
