using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>Sixteen numbers in double precision: a widened vector of single precision.</summary>
internal struct DoubleLanes(Vector512<double> lower, Vector512<double> upper)
{
    public const int Count = 16;

    public Vector512<double> Lower = lower, Upper = upper;

    public static DoubleLanes Zero => default;

    public readonly double this[int lane] => lane < Count / 2 ? Lower[lane] : Upper[lane - Count / 2];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Widen(Vector512<float> values)
    {
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(values);
        return new(lower, upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Create(ReadOnlySpan<double> values) =>
        new(Vector512.Create(values), Vector512.Create(values[Vector512<double>.Count..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void CopyTo(Span<double> values)
    {
        Lower.CopyTo(values);
        Upper.CopyTo(values[Vector512<double>.Count..]);
    }

    /// <summary>
    /// 1 where a value is above <paramref name="high"/>, -1 where it is below <paramref name="low"/>, and otherwise 0.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Signs(DoubleLanes values, DoubleLanes high, DoubleLanes low) =>
        new DoubleLanes(
            Lanes.Signs(values.Lower, high.Lower, low.Lower), Lanes.Signs(values.Upper, high.Upper, low.Upper)).Narrow();

    /// <summary>
    /// Increases numbers by <paramref name="step"/> where values exceed a base by more than that, and decreases them where values
    /// are below it by more than that.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Move(DoubleLanes numbers, double step, DoubleLanes values, DoubleLanes bases)
    {
        Vector512<double> by = Vector512.Create(step);
        return new(Move(numbers.Lower, by, values.Lower, bases.Lower), Move(numbers.Upper, by, values.Upper, bases.Upper));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Move(
        Vector512<double> numbers, Vector512<double> step, Vector512<double> values, Vector512<double> bases)
    {
        Vector512<double> above = Vector512.GreaterThan(values, bases + step), below = Vector512.LessThan(values, bases - step);
        return Lanes.Select(above, numbers + step, Lanes.Select(below, numbers - step, numbers));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes Abs(DoubleLanes values) => new(Vector512.Abs(values.Lower), Vector512.Abs(values.Upper));

    public static DoubleLanes Sqrt(DoubleLanes values) => new(Vector512.Sqrt(values.Lower), Vector512.Sqrt(values.Upper));

    /// <summary>The numbers rounded to single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly Vector512<float> Narrow() => LaneNarrowing.Narrow(Lower, Upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator +(DoubleLanes left, DoubleLanes right) =>
        new(left.Lower + right.Lower, left.Upper + right.Upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator -(DoubleLanes left, DoubleLanes right) =>
        new(left.Lower - right.Lower, left.Upper - right.Upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator *(DoubleLanes left, DoubleLanes right) =>
        new(left.Lower * right.Lower, left.Upper * right.Upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator +(DoubleLanes left, double right) =>
        new(left.Lower + Vector512.Create(right), left.Upper + Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator -(DoubleLanes left, double right) =>
        new(left.Lower - Vector512.Create(right), left.Upper - Vector512.Create(right));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator *(DoubleLanes left, double right) => new(left.Lower * right, left.Upper * right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleLanes operator /(DoubleLanes left, double right)
    {
        Vector512<double> divisor = Vector512.Create(right);
        return new(left.Lower / divisor, left.Upper / divisor);
    }
}
