using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The generator behind every random code: 16 lanes of xoshiro128+ (Blackman and Vigna, "Scrambled linear pseudorandom number
/// generators", 2021), seeded from one 64-bit key by SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
/// <remarks>
/// The number of lanes is part of the definition and does not depend on the machine: <see cref="Vector512"/> gives the same
/// numbers with and without AVX-512. Changing anything here changes the spikes of every saved model.
/// </remarks>
internal struct SpikeDraws
{
    public const int Lanes = 16;

    private Vector512<uint> _s0, _s1, _s2, _s3;

    public SpikeDraws(ulong key)
    {
        // SplitMix64 is a bijection of its counter, so no lane can start with four zeros, a state that xoshiro never leaves.
        _s0 = Mixed(key, 0);
        _s1 = Mixed(key, 1);
        _s2 = Mixed(key, 2);
        _s3 = Mixed(key, 3);
    }

    /// <summary>The next 16 draws, each uniform over all 32-bit integers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<uint> Next()
    {
        Vector512<uint> draws = _s0 + _s3;
        Vector512<uint> shifted = _s1 << 9;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = (_s3 << 11) | (_s3 >>> 21);
        return draws;
    }

    /// <summary>Two sets of eight SplitMix64 outputs, as sixteen 32-bit words.</summary>
    /// <remarks>Inlined four times for each row, it would use up the inlining budget of whoever draws.</remarks>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static Vector512<uint> Mixed(ulong key, uint word)
    {
        const ulong GoldenGamma = 0x9E3779B97F4A7C15;
        Vector512<ulong> state = Vector512.Create(key) + (SpikeML.Lanes.UInt64Indices
            + Vector512.Create(8UL * word + 1)) * GoldenGamma;
        state = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >>> 27)) * 0x94D049BB133111EB;
        return (state ^ (state >>> 31)).AsUInt32();
    }
}
