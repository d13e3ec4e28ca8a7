using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Regular rate coding, as Nengo's RegularSpiking neurons (Voelker 2020): v grows by feature * gain at each step, and gives
/// floor(v) spikes, which are taken off. So over any number of steps the spikes are off by less than one from the rate.
/// </summary>
/// <remarks>Spikes are counts: their value is above 1 where there is more than one in a step.</remarks>
public static class RegularRateEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values of 0 and above.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. What it held is overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A feature is not finite or outside its range.</exception>
    public static void Encode(ReadOnlySpan<float> features, Span<float> spikes, RegularRateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Room(features, spikes, options.NumSteps);
        EncodeDense(features, spikes, options);
    }

    internal static void EncodeDense(ReadOnlySpan<float> features, Span<float> spikes, RegularRateEncodingOptions options)
    {
        FeatureCodeCheck.AllNotNegative(features);
        if (features.Length < Lanes.Count)
        {
            FewRegularRates.EncodeDense(features, spikes, options);
            return;
        }
        int length = Lanes.Padded(features.Length);
        using PooledSpan<double> memory = new(2 * length);
        Span<double> rates = memory.Span[..length], before = memory.Span[length..];
        ToRates(features, rates, options.Gain);
        before.Clear();
        for (int first = 0, step = 1; first < spikes.Length; first += features.Length, step++)
            EncodeStep(rates, before, step, spikes.Slice(first, features.Length), options.InitialPhase);
    }

    /// <summary>The spikes of each feature in a step; those behind the last feature are 0.</summary>
    internal static void ToRates(ReadOnlySpan<float> features, Span<double> rates, double gain)
    {
        for (int slot = 0; slot < features.Length; slot += Lanes.Count)
        {
            (Vector512<double> left, Vector512<double> right) = Vector512.Widen(Lanes.Load(features, slot, padding: 0));
            (left * gain).CopyTo(rates[slot..]);
            (right * gain).CopyTo(rates[(slot + Vector512<double>.Count)..]);
        }
    }

    /// <summary>The spikes of eight neurons in one step, and what all steps up to it have given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Spikes(Vector512<double> rates, Vector512<double> steps, double phase, Span<double> before)
    {
        // The sum of all steps so far, not a running one: rounding does not add up.
        Vector512<double> now = Vector512.Floor(rates * steps + Vector512.Create(phase)), spikes = now - Vector512.Create<double>(before);
        now.CopyTo(before);
        return spikes;
    }

    private static void EncodeStep(ReadOnlySpan<double> rates, Span<double> before, int step, Span<float> spikes, double phase)
    {
        Vector512<double> steps = Vector512.Create((double)step);
        for (int slot = 0; slot < spikes.Length; slot += Lanes.Count)
        {
            int half = slot + Vector512<double>.Count;
            Vector512<double> left = Spikes(Vector512.Create(rates[slot..]), steps, phase, before[slot..]);
            Vector512<double> right = Spikes(Vector512.Create(rates[half..]), steps, phase, before[half..]);
            Lanes.Store(Vector512.Narrow(left, right), spikes, slot);
        }
    }

    /// <summary>Restores features: spikes / (steps * gain), off by less than 1 / (steps * gain).</summary>
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> gives them.</param>
    /// <param name="features">Receives one value a feature, which give their number.</param>
    /// <param name="options">The options that were encoded with.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    /// <exception cref="InvalidFeatureException">A spike is NaN or infinite.</exception>
    public static void Decode(ReadOnlySpan<float> spikes, Span<float> features, RegularRateEncodingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validated();
        FeatureCodeCheck.Decoding(features, spikes, options.NumSteps);
        DecodeRow(spikes, features, options);
    }

    /// <summary>Decodes a row of finite spikes.</summary>
    internal static void DecodeRow(ReadOnlySpan<float> spikes, Span<float> features, RegularRateEncodingOptions options)
    {
        SpikeReadout.Sum(spikes, features);
        foreach (ref float sum in features)
            sum = (float)(sum / (options.NumSteps * options.Gain));
    }
}
