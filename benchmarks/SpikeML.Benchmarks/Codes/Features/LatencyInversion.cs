using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Features from latency-coded spikes: the middle of those that fire at the step next to the on-target.</summary>
internal static class LatencyInversion
{
    public static Tensor Torch(Tensor spikes, LatencyEncodingOptions code)
    {
        (double latest, double least, double half) = Ends(code);
        Tensor distances = (spikes - code.OnTarget).abs(), steps = distances.argmin(0).to(float32);
        Tensor lower = where(steps >= latest, tensor((float)least), Features(steps + 0.5, code));
        return where(distances.amin([0]) < half, (lower + Features(steps - 0.5, code)) / 2, zeros(1));
    }

    public static void Loop(ReadOnlySpan<float> spikes, Span<float> values, LatencyEncodingOptions code)
    {
        (double latest, double least, double half) = Ends(code);
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            double nearest = half;
            int spike = -1;
            for (int slot = neuron, step = 0; slot < spikes.Length; slot += values.Length, step++)
            {
                double distance = Math.Abs(spikes[slot] - code.OnTarget);
                if (distance < nearest)
                    (nearest, spike) = (distance, step);
            }
            double lower = spike >= latest ? least : Feature(spike + 0.5, code);
            values[neuron] = spike < 0 ? 0 : (float)((lower + Feature(spike - 0.5, code)) / 2);
        }
    }

    private static (double Latest, double Least, double Half) Ends(LatencyEncodingOptions code) =>
        (new LatencyCode(code, code.LargestTime).LatestStep(), code.Clip ? code.Threshold : 0,
            Math.Abs(code.OnTarget - code.OffTarget) / 2);

    private static double Tau(LatencyEncodingOptions code) =>
        code is { Linear: true, Normalize: true } ? code.NumSteps!.Value - 1 - code.FirstSpikeTime : code.Tau;

    private static Tensor Features(Tensor times, LatencyEncodingOptions code)
    {
        Tensor rest = (times - code.FirstSpikeTime) / Tau(code);
        return (code.Linear ? 1 - rest : where(rest > 0, code.Threshold / (1 - (-rest).exp()), ones(1))).clamp(0, 1);
    }

    private static double Feature(double time, LatencyEncodingOptions code)
    {
        double rest = (time - code.FirstSpikeTime) / Tau(code);
        return rest <= 0 ? 1 : Math.Clamp(code.Linear ? 1 - rest : code.Threshold / (1 - Math.Exp(-rest)), 0, 1);
    }
}
