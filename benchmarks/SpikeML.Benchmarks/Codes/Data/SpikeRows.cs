namespace SpikeML.Benchmarks.Codes;

/// <summary>Spikes of 784 neurons in 100 steps, as the rate code hands them out: what readouts and events begin with.</summary>
internal static class SpikeRows
{
    private static readonly RateSubject Rate = new();

    private static readonly Dictionary<double, InputRows> Made = [];

    /// <summary>The rows of a density, with the density that they have and how it was reached.</summary>
    public static Setting? Find(double density, SpikeCode code, out double closest)
    {
        if (Rate.Find(density, out closest) is not { } rate)
            return null;
        if (!Made.TryGetValue(density, out InputRows? rows))
            Made[density] = rows = DecoderSubject.Encoded(rate);
        return new Setting(code, rows, rate.Density, $"rate code of {rate.Text}");
    }
}
