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
        using PooledSpan<RegularRateBlock> blocks = new(Lanes.Vectors(features.Length));
        using PooledSpan<Vector512<float>> spare = new(blocks.Span.Length);
        RegularRateBlock.Create(features, blocks.Span, options.Gain, Vector512<double>.Zero);
        for (int first = 0, step = 1; first < spikes.Length; first += features.Length, step++)
        {
            RegularRateBlock.WriteStep(
                blocks.Span, step, options.InitialPhase, DenseStep.Open(spikes, first, features.Length, spare.Span));
            DenseStep.Close(spikes, first, features.Length, spare.Span);
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
    internal static void DecodeRow(in SpikeValues spikes, Span<float> features, RegularRateEncodingOptions options)
    {
        spikes.Sum(features);
        foreach (ref float sum in features)
            sum = (float)(sum / (options.NumSteps * options.Gain));
    }
}
