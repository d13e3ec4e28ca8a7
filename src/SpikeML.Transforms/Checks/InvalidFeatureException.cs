namespace SpikeML;

/// <summary>A value that an encoder was given cannot be encoded: it is not finite, or outside the encoder's range.</summary>
public sealed class InvalidFeatureException : InvalidOperationException
{
    internal InvalidFeatureException(int slot, float value, string reason, string? columnName = null)
        : base(FormattableString.Invariant($"{Place(columnName, slot)} is {value}. {reason}"))
    {
        Slot = slot;
        Value = value;
        Reason = reason;
        ColumnName = columnName;
    }

    /// <summary>The input column; null where a kernel was called without a pipeline.</summary>
    public string? ColumnName { get; }

    /// <summary>The value's index in the vector, from 0.</summary>
    public int Slot { get; }

    /// <summary>The value, in single precision.</summary>
    public float Value { get; }

    /// <summary>Why the value cannot be encoded, and what to do.</summary>
    public string Reason { get; }

    /// <summary>The same error, said of a column unless it is said of one already.</summary>
    internal InvalidFeatureException InColumn(string columnName) =>
        ColumnName is null ? new(Slot, Value, Reason, columnName) : this;

    private static string Place(string? columnName, int slot) =>
        columnName is null ? $"Feature {slot}" : $"Column '{columnName}', slot {slot}";
}
