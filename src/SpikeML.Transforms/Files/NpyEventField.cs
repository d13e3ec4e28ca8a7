using System.Buffers.Binary;
using System.Globalization;

namespace SpikeML;

/// <summary>A field of structured events, read as an integer from any numeric type.</summary>
internal sealed class NpyEventField
{
    private readonly NpyField _field;
    private readonly NpyReader _reader;

    /// <exception cref="FormatException">The field does not hold a number.</exception>
    public NpyEventField(NpyField field, NpyReader reader)
    {
        (_field, _reader) = (field, reader);
        bool isNumber = field.Count is null && field.Type is { Kind: 'b' or 'u' or 'i', Size: 1 or 2 or 4 or 8 } or
        {
            Kind: 'f',
            Size: 2 or 4 or 8
        };
        if (!isNumber)
            throw reader.Error($"has a field '{field.Name}' of type {field.Type.Description}, but the fields of events "
                + "must be numbers: convert it, times with astype('int64')");
    }

    /// <exception cref="FormatException">The value is out of range or is not an integer.</exception>
    public long Read(ReadOnlySpan<byte> record, int index, long lowest, long highest)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        bytes = bytes[.._field.Type.Size];
        record.Slice(_field.Offset, bytes.Length).CopyTo(bytes);
        if (_field.Type.IsBigEndian)
            bytes.Reverse();
        Int128? value = _field.Type.Kind == 'f' ? Whole(Floating(bytes)) : Integer(bytes);
        return value >= lowest && value <= highest ? (long)value : throw Refused(bytes, value, index, lowest, highest);
    }

    private Int128 Integer(ReadOnlySpan<byte> bytes) => (_field.Type.Kind == 'i', bytes.Length) switch
    {
        (true, 1) => (sbyte)bytes[0],
        (true, 2) => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        (true, 4) => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        (true, _) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        (false, 1) => bytes[0],
        (false, 2) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (false, 4) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (false, _) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };

    private static double Floating(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        4 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };

    private static Int128? Whole(double value) => double.IsInteger(value) && Math.Abs(value) <= ulong.MaxValue
        ? (Int128)value : null;

    private FormatException Refused(ReadOnlySpan<byte> bytes, Int128? value, int index, long lowest, long highest)
    {
        string text = value?.ToString(CultureInfo.InvariantCulture) ?? Floating(bytes).ToString(CultureInfo.InvariantCulture);
        string allowed = lowest < 0 ? "a 64-bit integer"
            : string.Create(CultureInfo.InvariantCulture, $"an integer from {lowest} to {highest}");
        return _reader.Error($"has '{_field.Name}' = {text} in event {index}: it must be {allowed}");
    }
}
