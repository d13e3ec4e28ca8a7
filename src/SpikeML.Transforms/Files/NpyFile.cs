namespace SpikeML;

/// <summary>
/// Reads and writes NumPy's <c>.npy</c> files, versions 1.0 to 3.0: arrays of numbers, Booleans and text, each in its own type.
/// </summary>
public static class NpyFile
{
    private const string File = "The .npy file";

    /// <summary>Writes an array in single precision.</summary>
    /// <param name="stream">Receives the file's content.</param>
    /// <param name="values">The values in row-major order.</param>
    /// <param name="shape">The dimensions, whose product is the number of values.</param>
    /// <exception cref="ArgumentException">The dimensions do not match the number of values.</exception>
    public static void Write(Stream stream, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Write<float>(stream, values, shape);

    /// <summary>Writes an array of numbers or Booleans in their own type.</summary>
    /// <typeparam name="T">Boolean, SByte to UInt64, Half, Single or Double.</typeparam>
    /// <param name="stream">Receives the file's content.</param>
    /// <param name="values">The values in row-major order.</param>
    /// <param name="shape">The dimensions, whose product is the number of values.</param>
    /// <exception cref="ArgumentException">The dimensions do not match the number of values.</exception>
    /// <exception cref="NotSupportedException">Arrays of this type cannot be stored.</exception>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(stream);
        NpyShape.Check(values.Length, shape);
        NpyType type = NpyType.Of<T>();
        using NpyWriter writer = new(stream, type, NpyShape.Long(shape), leaveOpen: true);
        writer.Write(values);
        writer.Finish();
    }

    /// <summary>Writes an array.</summary>
    /// <param name="stream">Receives the file's content.</param>
    /// <param name="array">The array.</param>
    public static void Write(Stream stream, NpyArray array)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(array);
        using NpyWriter writer = new(stream, array.Type, NpyShape.Long(array.Shape.AsSpan()), leaveOpen: true);
        array.WriteTo(writer);
        writer.Finish();
    }

    /// <summary>
    /// Reads an array of numbers, Booleans or text, in either byte order and index order, as a <see cref="NpyArray{T}"/> of the
    /// stored type.
    /// </summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="FormatException">
    /// The file is not a .npy file or is damaged, or it holds a structured array or Python objects.
    /// </exception>
    public static NpyArray Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyContent.Read(new NpyReader(stream, File));
    }

    /// <summary>
    /// Reads events from a structured array, such as Tonic's and Prophesee's: fields x, y, t (or timestamp, ts) and p (or
    /// polarity, on) of any numeric types, in any order; other fields are ignored.
    /// </summary>
    /// <param name="stream">The file's content.</param>
    /// <exception cref="FormatException">
    /// The file is not a .npy file or is damaged; a field is missing; or a value is out of range: x must be 0 to
    /// 2,147,483,647, y 0 to 1,073,741,823, times 64-bit integers, and polarities 0 or 1.
    /// </exception>
    public static AddressEvent[] ReadEvents(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return NpyEvents.Read(new NpyReader(stream, File));
    }
}
