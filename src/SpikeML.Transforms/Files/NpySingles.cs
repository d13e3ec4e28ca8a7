using System.Globalization;
using System.Numerics;

namespace SpikeML;

/// <summary>Converts arrays to single precision and detects values that single precision cannot represent.</summary>
internal static class NpySingles
{
    public static float[] Of(NpyArray array, bool rounding) => array switch
    {
        NpyArray<float> singles => singles.Values,
        NpyArray<bool> flags => [.. flags.Values.Select(value => value ? 1f : 0f)],
        NpyArray<sbyte> own => Convert(own, rounding),
        NpyArray<byte> own => Convert(own, rounding),
        NpyArray<short> own => Convert(own, rounding),
        NpyArray<ushort> own => Convert(own, rounding),
        NpyArray<int> own => Convert(own, rounding),
        NpyArray<uint> own => Convert(own, rounding),
        NpyArray<long> own => Convert(own, rounding),
        NpyArray<ulong> own => Convert(own, rounding),
        NpyArray<Half> own => Convert(own, rounding),
        NpyArray<double> own => Convert(own, rounding),
        _ => throw new InvalidOperationException("The array holds text, not numbers."),
    };

    private static float[] Convert<T>(NpyArray<T> array, bool rounding)
        where T : unmanaged, INumberBase<T>
    {
        float[] singles = new float[array.Values.Length];
        for (int i = 0; i < singles.Length; i++)
        {
            T value = array.Values[i];
            float single = float.CreateSaturating(value);
            if (float.IsInfinity(single) ? !T.IsInfinity(value) : !rounding && !IsExact(value, single))
                throw Refused(array, i, single);
            singles[i] = single;
        }
        return singles;
    }

    /// <summary>Compares in a type that can represent both; double precision can, except for 64-bit integers.</summary>
    private static bool IsExact<T>(T value, float single)
        where T : unmanaged, INumberBase<T> => typeof(T) == typeof(long) || typeof(T) == typeof(ulong)
            ? Int128.CreateChecked(value) == Int128.CreateChecked(single)
            : double.CreateChecked(value) == single || T.IsNaN(value);

    private static InvalidOperationException Refused<T>(NpyArray<T> array, int position, float single)
    {
        string where = array.Shape.IsEmpty ? "" : $" at [{string.Join(", ", Index(array, position))}]";
        string value = string.Create(CultureInfo.InvariantCulture, $"{array.Values[position]}");
        return new InvalidOperationException(float.IsInfinity(single)
            ? $"The value {value}{where} is out of the range of single precision."
            : $"Single precision cannot represent the value {value}{where}: use Values, or call ToSingles(rounding: true).");
    }

    private static int[] Index(NpyArray array, int position)
    {
        int[] index = new int[array.Shape.Length];
        for (int axis = index.Length - 1; axis >= 0; axis--)
            (position, index[axis]) = Math.DivRem(position, array.Shape[axis]);
        return index;
    }
}
