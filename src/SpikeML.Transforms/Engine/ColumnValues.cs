using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>The values of a row in single precision and, for a Double column, also in double precision.</summary>
/// <param name="singles">The values in single precision.</param>
/// <param name="doubles">The same values in double precision for a Double column; otherwise empty.</param>
internal readonly ref struct ColumnValues(ReadOnlySpan<float> singles, ReadOnlySpan<double> doubles = default)
{
    public ReadOnlySpan<float> Singles { get; } = singles;

    public ReadOnlySpan<double> Doubles { get; } = doubles;

    /// <summary>The values of a row of a column of events, which has no others.</summary>
    public ColumnValues(ReadOnlySpan<AddressEvent> events)
        : this(default(ReadOnlySpan<float>)) => Events = events;

    /// <summary>The events of a column of events; otherwise empty.</summary>
    public ReadOnlySpan<AddressEvent> Events { get; }

    public int Length => Singles.Length;

    /// <summary>Whether the column is of Double, so differences must be taken from <see cref="Doubles"/>.</summary>
    public bool AreDoubles => !Doubles.IsEmpty;

    /// <summary>The values as Single or Double.</summary>
    public ReadOnlySpan<T> As<T>()
        where T : unmanaged => typeof(T) == typeof(double)
            ? MemoryMarshal.Cast<double, T>(Doubles)
            : MemoryMarshal.Cast<float, T>(Singles);

    public static implicit operator ColumnValues(ReadOnlySpan<float> singles) => new(singles);
}
