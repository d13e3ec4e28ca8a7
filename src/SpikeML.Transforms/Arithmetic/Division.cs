using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>Divides by a number.</summary>
internal readonly struct Division(double divisor) : IValueMap
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DoubleLanes Of(DoubleLanes values) => values / divisor;
}
