using System.Buffers.Binary;

namespace SpikeML.Events;

/// <summary>A number in the bytes of a NumPy record, of any type; what is not a number reads as an invalid one.</summary>
/// <param name="Kind">NumPy's letter of the type.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="IsBigEndian">Whether the high byte comes first.</param>
/// <param name="Offset">Where it is in the record.</param>
internal readonly record struct NpyNumber(char Kind, int Size, bool IsBigEndian, int Offset)
{
    public static bool IsNumber(NpyType type) => type is { Kind: 'b' or 'u' or 'i', Size: 1 or 2 or 4 or 8 }
        or { Kind: 'f', Size: 2 or 4 or 8 };

    public static NpyNumber Of(NpyType type, int offset, bool isSingle) =>
        new(isSingle && IsNumber(type) ? type.Kind : default, type.Size, type.IsBigEndian, offset);

    public EventNumber Read(ReadOnlySpan<byte> record)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        if (Kind == default)
            return EventNumber.Invalid;
        bytes = bytes[..Size];
        record.Slice(Offset, Size).CopyTo(bytes);
        if (IsBigEndian)
            bytes.Reverse();
        return Kind == 'f' ? EventNumber.Of(Floating(bytes)) : Integer(bytes);
    }

    private EventNumber Integer(ReadOnlySpan<byte> bytes) => (Kind, Size) switch
    {
        ('i', 1) => new((sbyte)bytes[0], 0),
        ('i', 2) => new(BinaryPrimitives.ReadInt16LittleEndian(bytes), 0),
        ('i', 4) => new(BinaryPrimitives.ReadInt32LittleEndian(bytes), 0),
        ('i', _) => new(BinaryPrimitives.ReadInt64LittleEndian(bytes), 0),
        ('b', _) => new(bytes[0] == 0 ? 0 : 1, 0),
        (_, 1) => new(bytes[0], 0),
        (_, 2) => new(BinaryPrimitives.ReadUInt16LittleEndian(bytes), 0),
        (_, 4) => new(BinaryPrimitives.ReadUInt32LittleEndian(bytes), 0),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes) is <= long.MaxValue and var value
            ? new((long)value, 0) : EventNumber.Invalid,
    };

    private static double Floating(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        4 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };
}
