namespace SpikeML;

/// <summary>
/// LIF current coding, as Norse's <c>constant_current_lif_encode</c>: each feature is a constant current into a leaky
/// integrate-and-fire
/// neuron: v += step * membrane rate * (leak potential - v + current); where v is the threshold or more there is a spike, and v
/// is reset.
/// </summary>
public static class LifCurrentEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Finite currents.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, LifCurrentEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        FeatureCheck.AllFinite(features);
        double share = options.StepSeconds * options.MembraneRate;
        for (int slot = 0; slot < features.Length; slot++)
        {
            double target = options.LeakPotential + features[slot] * options.Gain, potential = options.ResetPotential;
            for (int at = slot; at < spikes.Length; at += features.Length)
            {
                potential += share * (target - potential);
                bool fires = potential >= options.Threshold;
                spikes[at] = fires ? 1 : 0;
                potential = fires ? options.ResetPotential : potential;
            }
        }
    }

    /// <summary>
    /// Restores features from the mean interval k between spikes: the middle of the currents that take k steps from the reset
    /// potential
    /// to the threshold, those from thr(k) up to thr(k - 1), thr(k) = reset + (threshold - reset) / (1 - (1 - step * membrane
    /// rate)^k).
    /// </summary>
    /// <remarks>
    /// Off by at most half the distance of the two. All currents from thr(1) up fire at each step, and are taken for thr(1);
    /// those below
    /// thr(NumSteps) do not fire, and become 0.
    /// </remarks>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or Gain is 0.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, LifCurrentEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Invertible(options.Gain, nameof(options.Gain));
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        // Adding 0 makes 0 of -0.
        for (int slot = 0; slot < features.Length; slot++)
        {
            double interval = SpikeReadout.MeanInterval(spikes, slot, features.Length).Interval;
            features[slot] = double.IsInfinity(interval) ? 0 : (float)((Target(interval, options) - options.LeakPotential) / options.Gain) + 0f;
        }
    }

    /// <summary>The potential that the membrane moves towards where it fires after so many steps.</summary>
    private static double Target(double interval, LifCurrentEncodingOptions options)
    {
        double least = LeastTarget(interval, options);
        return interval < 2 ? least : (least + LeastTarget(interval - 1, options)) / 2;
    }

    private static double LeastTarget(double interval, LifCurrentEncodingOptions options)
    {
        double kept = 1 - options.StepSeconds * options.MembraneRate;
        double rest = kept > 0 ? Exponential.Of(interval * Logarithm.Of(kept)) : 0;
        return options.ResetPotential + (options.Threshold - options.ResetPotential) / (1 - rest);
    }
}
