namespace SpikeML;

/// <summary>
/// Multi-threshold crossing: for each of K thresholds, evenly spaced from Lowest to Highest, an on-neuron that fires at t where
/// x[t] &lt; threshold &lt;= x[t+1] and an off-neuron where x[t+1] &lt; threshold &lt;= x[t] (Tonic's S-MNIST; arXiv 2407.09260).
/// </summary>
/// <remarks>The last step is silent. Channels are the last dimension: K on-neurons, then K off-neurons.</remarks>
public static class MultiThresholdEncoding
{
    /// <summary>Encodes one series for each neuron.</summary>
    /// <param name="series">Time-major values: all neurons of step 0 first.</param>
    /// <param name="spikes">
    /// Receives 1 or 0 for each value, threshold and direction: values x 2 thresholds. What it held is overwritten; it may not
    /// overlap <paramref name="series"/>.
    /// </param>
    /// <param name="neuronCount">The number of neurons, which divides the number of values.</param>
    /// <param name="options">The options, with nothing left null.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An option is out of range, or <paramref name="neuronCount"/> is below 1.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit each other, the spans overlap, or an option is null.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite.</exception>
    public static void Encode(ReadOnlySpan<float> series, Span<float> spikes, int neuronCount, MultiThresholdEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int thresholds = SeriesCheck.Given(options.Validated().NumThresholds, nameof(options.NumThresholds));
        (double lowest, double highest) = Range(options);
        SeriesCheck.Encoding(series, spikes, neuronCount, 2 * thresholds);
        spikes.Clear();
        for (int slot = 0; slot < series.Length - neuronCount; slot++)
        {
            int before = Level(series[slot], lowest, highest, thresholds), after = Level(series[slot + neuronCount], lowest, highest, thresholds);
            Span<float> channels = spikes.Slice(slot * 2 * thresholds, 2 * thresholds);
            if (after > before)
                channels[before..after].Fill(1);
            else
                channels[(thresholds + after)..(thresholds + before)].Fill(1);
        }
    }

    /// <summary>
    /// Restores each neuron's series from its spikes: each value lies between two thresholds, and is taken to be halfway.
    /// </summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="first">The series' values at step 0, one a neuron, which give the number of neurons.</param>
    /// <param name="series">Receives as many values as the series had.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the spans overlap.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, ReadOnlySpan<float> first, Span<float> series, MultiThresholdEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        int thresholds = SeriesCheck.Given(options.Validated().NumThresholds, nameof(options.NumThresholds)), neurons = first.Length;
        (double lowest, double highest) = Range(options);
        SeriesCheck.Decoding(spikes, first, series, neurons, 2 * thresholds);
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            double level = Level(first[neuron], lowest, highest, thresholds);
            for (int slot = neuron; slot < series.Length; slot += neurons)
            {
                double share = Math.Clamp((level - 0.5) / (thresholds - 1), 0, 1);
                series[slot] = (float)(lowest + share * (highest - lowest));
                for (int k = 0; k < thresholds; k++)
                    level += spikes[slot * 2 * thresholds + k] - spikes[slot * 2 * thresholds + thresholds + k];
            }
        }
    }

    /// <summary>The number of thresholds that a value has reached.</summary>
    private static int Level(double value, double lowest, double highest, int thresholds)
    {
        // About there; then by comparisons with the thresholds themselves.
        int level = (int)Math.Clamp((value - lowest) / (highest - lowest) * (thresholds - 1), 0, thresholds);
        while (level < thresholds && lowest + level * (highest - lowest) / (thresholds - 1) <= value)
            level++;
        while (level > 0 && lowest + (level - 1) * (highest - lowest) / (thresholds - 1) > value)
            level--;
        return level;
    }

    private static (double Lowest, double Highest) Range(MultiThresholdEncodingOptions options) =>
        (SeriesCheck.Given(options.Lowest, nameof(options.Lowest)), SeriesCheck.Given(options.Highest, nameof(options.Highest)));
}
