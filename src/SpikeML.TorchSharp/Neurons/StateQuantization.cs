using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Quantised states of neurons (snnTorch's <c>quant.state_quant</c>): after each step, membranes and currents move to the nearest
/// of a few levels; halfway, to the lower one. Gradients pass unchanged. For networks that later run on hardware with states of a
/// few bits; predictions quantise the same way.
/// </summary>
public sealed partial record StateQuantization
{
    private const int MostBits = 16;
    private readonly float[] _levels;

    /// <param name="levels">The levels, at least one, finite and ascending.</param>
    /// <exception cref="ArgumentException">There are no levels, or they are not finite or not ascending.</exception>
    public StateQuantization(IEnumerable<float> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        _levels = [.. levels];
        bool ascend = _levels.Zip(_levels.Skip(1)).All(pair => pair.First <= pair.Second);
        if (_levels.Length == 0 || !_levels.All(float.IsFinite) || !ascend)
            throw new ArgumentException("levels must be finite and ascending, and there must be at least one.", nameof(levels));
    }

    /// <summary>The levels, ascending.</summary>
    public IReadOnlyList<float> Levels => _levels;

    /// <summary>Evenly spaced levels, 2^bits of them, from -threshold (1 + lowerLimit) to threshold (1 + upperLimit).</summary>
    /// <param name="bits">The number of bits, 1 to 16.</param>
    /// <param name="threshold">The threshold of the neurons, above 0.</param>
    /// <param name="lowerLimit">How far the lowest level is below -threshold, in thresholds, at least 0.</param>
    /// <param name="upperLimit">
    /// How far the highest level is above the threshold, in thresholds, at least 0. With 0, no level is above it, and the neurons
    /// never fire.
    /// </param>
    /// <returns>The quantisation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static StateQuantization Uniform(int bits = 8, double threshold = 1, double lowerLimit = 0, double upperLimit = 0.2)
    {
        (double low, double high) = Range(bits, threshold, lowerLimit, upperLimit);
        (float lowest, float highest) = ((float)low, (float)high);
        int count = 1 << bits;
        // From both ends, as torch's linspace.
        float step = (highest - lowest) / (count - 1);
        return new(Enumerable.Range(0, count).Select(i => i < count / 2 ? lowest + step * i : highest - step * (count - 1 - i)));
    }

    /// <summary>Levels that are dense around the threshold or around 0, with distances in a geometric series.</summary>
    /// <param name="bits">The number of bits, 1 to 16.</param>
    /// <param name="aroundThreshold">
    /// Whether they are dense around the threshold (snnTorch's <c>thr_centered</c>), and not around 0.
    /// </param>
    /// <param name="threshold">The threshold of the neurons, above 0.</param>
    /// <param name="lowerLimit">How far the lowest level is below -threshold, in thresholds, at least 0.</param>
    /// <param name="upperLimit">How far the highest level is above the threshold, in thresholds, at least 0.</param>
    /// <param name="multiplier">
    /// The ratio of neighbouring distances, above 0 and at most 1, or null for that of snnTorch: 0.05, 0.1, 0.3, 0.5, 0.7, 0.9
    /// and 0.925 for 1 to 7 bits, and 0.95 for more.
    /// </param>
    /// <returns>The quantisation.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static StateQuantization Exponential(int bits = 8, bool aroundThreshold = true, double threshold = 1,
        double lowerLimit = 0, double upperLimit = 0.2, double? multiplier = null)
    {
        (double lowest, double highest) = Range(bits, threshold, lowerLimit, upperLimit);
        OptionCheck.Require(multiplier is null or (> 0 and <= 1), multiplier, nameof(multiplier),
            "multiplier must be null, or above 0 and at most 1.");
        double ratio = multiplier ?? RatioOf(bits), centre = aroundThreshold ? threshold : 0;
        int count = 1 << bits, below = (int)Math.Floor(count * ((centre - lowest) / (highest - lowest)));
        return new(Rising(lowest, centre - lowest, below, ratio).Concat(Falling(centre, highest - centre, count - below, ratio)));
    }

    /// <summary>The nearest level of each element; the gradient passes unchanged.</summary>
    /// <param name="states">Membranes or currents, in any shape.</param>
    /// <returns>Levels, in the same shape.</returns>
    public Tensor Quantize(Tensor states)
    {
        ArgumentNullException.ThrowIfNull(states);
        return QuantizationFunction.apply(states, this);
    }

    /// <summary>Whether both have the same levels.</summary>
    public bool Equals(StateQuantization? other) => other is not null && _levels.AsSpan().SequenceEqual(other._levels);

    /// <summary>A hash code of the levels.</summary>
    public override int GetHashCode() => HashCode.Combine(_levels.Length, _levels[0], _levels[^1]);

    /// <summary>A short description, such as "16 levels from -1 to 1.2".</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{_levels.Length} {(_levels.Length == 1 ? "level" : "levels")} from {_levels[0]} to {_levels[^1]}");

    private static (double Lowest, double Highest) Range(int bits, double threshold, double lowerLimit, double upperLimit)
    {
        OptionCheck.Require(bits is >= 1 and <= MostBits, bits, nameof(bits), $"bits must be 1 to {MostBits}.");
        OptionCheck.Positive(threshold, nameof(threshold));
        OptionCheck.NotNegative(lowerLimit, nameof(lowerLimit));
        OptionCheck.NotNegative(upperLimit, nameof(upperLimit));
        return (-threshold - threshold * lowerLimit, threshold + threshold * upperLimit);
    }
}
