using System.Globalization;
using System.Runtime.InteropServices;

namespace SpikeML.Nir;

/// <summary>Numbers of single or double precision in a shape: a parameter or the weights of a node.</summary>
public sealed class NirArray : IEquatable<NirArray>
{
    private readonly float[]? _singles;
    private readonly double[]? _doubles;

    /// <summary>Takes over the numbers, which nobody else may change.</summary>
    internal NirArray(float[] values, NirShape shape) => (_singles, Shape) = (Sized(values, shape), shape);

    /// <summary>Takes over the numbers, which nobody else may change.</summary>
    internal NirArray(double[] values, NirShape shape) => (_doubles, Shape) = (Sized(values, shape), shape);

    /// <summary>An array of single precision.</summary>
    /// <param name="values">The numbers, row-major, which are copied.</param>
    /// <param name="shape">The shape, or null for that of a vector.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The numbers do not fill the shape.</exception>
    public static NirArray Of(ReadOnlySpan<float> values, NirShape? shape = null) =>
        new(values.ToArray(), shape ?? [values.Length]);

    /// <summary>An array of double precision.</summary>
    /// <param name="values">The numbers, row-major, which are copied.</param>
    /// <param name="shape">The shape, or null for that of a vector.</param>
    /// <returns>The array.</returns>
    /// <exception cref="ArgumentException">The numbers do not fill the shape.</exception>
    public static NirArray Of(ReadOnlySpan<double> values, NirShape? shape = null) =>
        new(values.ToArray(), shape ?? [values.Length]);

    /// <summary>An array of single precision with one number everywhere.</summary>
    /// <param name="value">The number.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>The array.</returns>
    public static NirArray Filled(float value, NirShape shape)
    {
        float[] values = new float[Given(shape).Size];
        values.AsSpan().Fill(value);
        return new(values, shape);
    }

    /// <summary>An array of double precision with one number everywhere.</summary>
    /// <param name="value">The number.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>The array.</returns>
    public static NirArray Filled(double value, NirShape shape)
    {
        double[] values = new double[Given(shape).Size];
        values.AsSpan().Fill(value);
        return new(values, shape);
    }

    /// <summary>The dimensions.</summary>
    public NirShape Shape { get; }

    /// <summary>Whether the numbers are of double precision; otherwise they are of single precision.</summary>
    public bool IsDouble => _doubles is not null;

    /// <summary>The number of values.</summary>
    public int Size => _singles?.Length ?? _doubles!.Length;

    /// <summary>A number.</summary>
    /// <param name="index">Which one, row-major, from 0.</param>
    public double this[int index] => _singles is null ? _doubles![index] : _singles[index];

    /// <summary>The numbers in single precision, row-major.</summary>
    /// <returns>A copy; numbers of double precision are rounded.</returns>
    public float[] ToSingles() => _singles is null ? Array.ConvertAll(_doubles!, value => (float)value) : [.. _singles];

    /// <summary>The numbers in double precision, row-major.</summary>
    /// <returns>A copy.</returns>
    public double[] ToDoubles() => _doubles is null ? Array.ConvertAll(_singles!, value => (double)value) : [.. _doubles];

    /// <summary>Whether both have the same precision, shape and numbers, bit for bit.</summary>
    public bool Equals(NirArray? other) => other is not null && IsDouble == other.IsDouble && Shape.Equals(other.Shape)
        && Bytes.SequenceEqual(other.Bytes);

    /// <summary>Whether both have the same precision, shape and numbers, bit for bit.</summary>
    public override bool Equals(object? obj) => Equals(obj as NirArray);

    /// <summary>A hash code of the shape and the numbers.</summary>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Shape);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <summary>The number, or the shape and the range, such as "[16, 2, 5, 5] -0.31 to 0.44".</summary>
    public override string ToString()
    {
        if (Size == 0)
            return Shape.ToString();
        (double lowest, double highest) = Range();
        string range = lowest.Equals(highest) ? Text(lowest) : $"{Text(lowest)} to {Text(highest)}";
        return Shape.Count == 0 ? range : $"{Shape} {range}";
    }

    internal (double Lowest, double Highest) Range()
    {
        double[] values = _doubles ?? ToDoubles();
        return (values.Min(), values.Max());
    }

    /// <summary>The position of the first number that is not as it should be, or -1.</summary>
    internal int IndexOf(Predicate<double> isWrong) => _doubles is null
        ? Array.FindIndex(_singles!, value => isWrong(value)) : Array.FindIndex(_doubles, isWrong);

    /// <summary>The same number everywhere in another shape; the array has one value.</summary>
    internal NirArray Spread(NirShape shape) => _singles is null ? Filled(_doubles![0], shape) : Filled(_singles[0], shape);

    private string Text(double value) => _doubles is null
        ? ((float)value).ToString(CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The numbers as they are in memory.</summary>
    internal ReadOnlySpan<byte> Bytes => _singles is null
        ? MemoryMarshal.AsBytes(_doubles.AsSpan()) : MemoryMarshal.AsBytes(_singles.AsSpan());

    private static T[] Sized<T>(T[] values, NirShape shape) => values.Length == Given(shape).Size ? values
        : throw new ArgumentException($"{Counted.Of(values.Length, "number")} cannot fill the shape {shape}, "
            + $"which has {Counted.Of(shape.Size, "value")}.", nameof(values));

    private static NirShape Given(NirShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape;
    }
}
