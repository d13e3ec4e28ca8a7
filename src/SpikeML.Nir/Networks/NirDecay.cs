namespace SpikeML.Nir;

/// <summary>A decay per step as a time constant, by forward Euler: decay = 1 - dt / tau.</summary>
internal static class NirDecay
{
    /// <summary>The time constant, in steps, of a state that does not decay: 1 - 1 / this is 1.</summary>
    private const double Endless = 1L << 60;

    /// <summary>The time constants, in seconds.</summary>
    public static double[] Taus(IEnumerable<double> decays, double timeStep) =>
        [.. decays.Select(decay => timeStep * Steps(decay))];

    /// <summary>The factors of the input that undo the format's dt / tau.</summary>
    public static double[] Gains(IEnumerable<double> decays) => [.. decays.Select(Steps)];

    /// <summary>The decay of a time constant.</summary>
    public static float Of(double tau, double timeStep) => (float)(1 - timeStep / tau);

    private static double Steps(double decay) => decay < 1 ? 1 / (1 - decay) : Endless;
}
