namespace SpikeML;

/// <summary>
/// LIF current coding, as Norse's <c>constant_current_lif_encode</c>: each feature is a constant current into a leaky integrate-and-fire
/// neuron: v += step * membrane rate * (leak potential - v + current); where v is the threshold or more there is a spike, and v is reset.
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
}
