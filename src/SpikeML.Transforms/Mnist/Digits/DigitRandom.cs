namespace SpikeML;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, 2014), started from a seed and a digit's index, so a digit depends on nothing else.
/// </summary>
/// <remarks>
/// The sequence of System.Random may change between versions of .NET; this one cannot. It only uses integer arithmetic and exact
/// conversions to single precision, so every machine draws the same digits.
/// </remarks>
internal struct DigitRandom
{
    private ulong _state;

    // Mixed after adding the index: states a fixed step apart would give shifted copies of one sequence.
    public DigitRandom(int seed, long index) => _state = Mix(Mix((uint)seed) + (ulong)index);

    /// <summary>Uniform on [0, 1).</summary>
    public float Uniform() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Uniform on [low, high).</summary>
    public float Uniform(float low, float high) => low + (high - low) * Uniform();

    /// <summary>Uniform on 0 .. bound - 1.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>Bell-shaped with mean 0 and deviation 1, never beyond 3.5: the sum of four uniform values.</summary>
    public float Bell()
    {
        const float SqrtOf3 = 1.7320508f;
        ulong bits = Next();
        ulong sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48);
        return (sum * (1f / 65536) - 2) * SqrtOf3;
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
        return bits ^ bits >> 31;
    }
}
