using System.Globalization;

namespace SpikeML;

/// <summary>Thrown for a value that cannot be encoded: it is not finite, or it is outside the encoder's range.</summary>
public sealed class InvalidFeatureException : InvalidOperationException
{
    private readonly string _text;

    internal InvalidFeatureException(int slot, float value, string reason)
        : this(slot, value, value.ToString(CultureInfo.InvariantCulture), reason, null)
    {
    }

    internal InvalidFeatureException(int slot, double value, string reason)
        : this(slot, value, value.ToString(CultureInfo.InvariantCulture), reason, null)
    {
    }

    private InvalidFeatureException(int slot, double value, string text, string reason, string? columnName)
        : base($"{Place(columnName, slot)} is {text}. {reason}")
    {
        Slot = slot;
        Value = value;
        Reason = reason;
        ColumnName = columnName;
        _text = text;
    }

    /// <summary>The input column, or null if an encoding was called directly, without a pipeline.</summary>
    public string? ColumnName { get; }

    /// <summary>The value's index in the vector, from 0.</summary>
    public int Slot { get; }

    /// <summary>The value in the data.</summary>
    public double Value { get; }

    /// <summary>Why the value cannot be encoded and what to do about it.</summary>
    public string Reason { get; }

    /// <summary>The same error with the column's name, unless it already has one.</summary>
    /// <param name="columnName">The column.</param>
    /// <param name="original">The value in the data, if it is not the value that was checked.</param>
    internal InvalidFeatureException InColumn(string columnName, double? original = null)
    {
        if (ColumnName is not null)
            return this;
        if (original is not double own)
            return new(Slot, Value, _text, Reason, columnName);
        string reason = FeatureCheck.IsNotFinite(Reason) ? FeatureCheck.NotFiniteReason(own) : Reason;
        return new(Slot, own, own.ToString(CultureInfo.InvariantCulture), reason, columnName);
    }

    private static string Place(string? columnName, int slot) =>
        columnName is null ? $"Feature {slot}" : $"Column '{columnName}', slot {slot}";
}
