using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>A function of one value, computed in double precision for sixteen values side by side.</summary>
internal interface IValueMap
{
    DoubleLanes Of(DoubleLanes values);
}

/// <summary>Applies a function to every value of a row.</summary>
internal static class ValueMap
{
    /// <summary>Replaces each value by its result, rounded to single precision; adding 0 turns -0 into 0.</summary>
    public static void Apply<TMap>(Span<float> values, TMap map)
        where TMap : struct, IValueMap
    {
        int whole = Lanes.Whole(values.Length);
        ApplyVectors(values[..whole], map);
        if (whole == values.Length)
            return;
        Span<float> rest = stackalloc float[Lanes.Count];
        rest.Clear();
        values[whole..].CopyTo(rest);
        ApplyVectors(rest, map);
        rest[..(values.Length - whole)].CopyTo(values[whole..]);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void ApplyVectors<TMap>(Span<float> values, TMap map)
        where TMap : struct, IValueMap
    {
        for (int at = 0; at < values.Length; at += Lanes.Count)
        {
            DoubleLanes own = DoubleLanes.Widen(Vector512.Create<float>(values[at..]));
            (map.Of(own).Narrow() + Vector512<float>.Zero).CopyTo(values[at..]);
        }
    }
}
