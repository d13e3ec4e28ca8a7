using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Regular rate coding, as in Nengo's RegularSpiking neurons (Voelker 2020): v grows by feature * gain at each step and gives
/// floor(v) spikes, which are subtracted from it. Over any number of steps, the number of spikes differs from the rate by less
/// than one.
/// </summary>
/// <remarks>Spikes are counts: a value above 1 means several spikes in one step.</remarks>
public static class RegularRateEncoding
{
    /// <summary>Encodes the features of one row.</summary>
    /// <param name="features">Values of 0 and above.</param>
    /// <param name="spikes">Receives NumSteps x features values, time-major. Its previous contents are overwritten.</param>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
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
    /// <param name="spikes">Time-major spikes, as <see cref="Encode"/> writes them.</param>
    /// <param name="features">Receives one value per feature; its length is the number of features.</param>
    /// <param name="options">The options used to encode.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
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
        ValueMap.Apply(features, new Division(options.NumSteps * options.Gain));
    }
}
