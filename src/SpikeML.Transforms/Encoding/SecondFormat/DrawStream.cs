using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The draws of <see cref="SpikeDraws"/> one by one, in the order that codes of the first two model formats consume them.
/// </summary>
internal ref struct DrawStream(ulong key)
{
    private SpikeDraws _draws = new(key);
    private Vector512<uint> _block;
    private int _next = SpikeDraws.Lanes;

    /// <summary>Uniform over [0, 1) in steps of 2^-53.</summary>
    public double NextUnit()
    {
        ulong high = Next(), low = Next();
        return ((high << 32 | low) >> 11) * (1.0 / (1UL << 53));
    }

    private uint Next()
    {
        if (_next == SpikeDraws.Lanes)
        {
            _block = _draws.Next();
            _next = 0;
        }
        return _block[_next++];
    }
}
