using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The draws of one row of events, one after the other.</summary>
/// <remarks>Changing anything here changes what saved models draw.</remarks>
internal struct EventDraws
{
    private const double Step = 1.0 / (1UL << 32);

    private SpikeDraws _draws;
    private Vector512<uint> _block;
    private int _next = SpikeDraws.Lanes;
    private double _spare = double.NaN;

    public EventDraws(ulong key) => _draws = new SpikeDraws(key);

    /// <summary>Uniform over all 32-bit integers.</summary>
    public uint Next()
    {
        if (_next == SpikeDraws.Lanes)
            (_block, _next) = (_draws.Next(), 0);
        return Unsafe.Add(ref Unsafe.As<Vector512<uint>, uint>(ref _block), _next++);
    }

    /// <summary>True with a probability of 0 to 1.</summary>
    public bool Chance(double probability) => Next() < (ulong)Math.Round(probability * (1UL << 32));

    /// <summary>Uniform from 0 to count - 1, for a count of at least 1.</summary>
    public int Below(int count) => (int)((ulong)Next() * (uint)count >> 32);

    /// <summary>Uniform from 0 to count - 1, for a count of at least 1.</summary>
    public long Below(long count) => (long)Math.BigMul((ulong)Next() << 32 | Next(), (ulong)count, out _);

    /// <summary>Uniform from one number to another.</summary>
    public double Between(double least, double most) => least + (most - least) * ((Next() + 0.5) * Step);

    /// <summary>Normally distributed with mean 0 and deviation 1, by Marsaglia's polar method (1964).</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spare))
        {
            double spare = _spare;
            _spare = double.NaN;
            return spare;
        }
        double left, right, square;
        do
        {
            (left, right) = (Between(-1, 1), Between(-1, 1));
            square = left * left + right * right;
        }
        while (square >= 1);
        double factor = Math.Sqrt(-2 * Logarithm.Of(square) / square);
        _spare = right * factor;
        return left * factor;
    }
}
