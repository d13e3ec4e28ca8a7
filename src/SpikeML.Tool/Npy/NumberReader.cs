using System.Numerics;

namespace SpikeML.Tool.Npy;

/// <summary>Reads the values of an array of any numeric type as numbers of one type.</summary>
/// <remarks>Integers must be representable; floating-point numbers are rounded, but must not overflow.</remarks>
internal sealed class NumberReader<T>
    where T : unmanaged, INumberBase<T>
{
    private delegate void Reading(Span<T> values);

    private readonly NpyReader _array;
    private readonly Reading _read;

    /// <exception cref="FormatException">The array holds no numbers.</exception>
    public NumberReader(NpyReader array)
    {
        _array = array;
        _read = Make(array);
    }

    /// <summary>Reads the next values.</summary>
    /// <exception cref="FormatException">The file ends too early, or a value cannot be represented.</exception>
    public void Read(Span<T> values) => _read(values);

    /// <summary>Reads a number of values. Memory is only allocated for values that are actually in the file.</summary>
    public T[] ReadNext(int count) => NpyReader.ReadNext<T>(count, Read);

    public void Skip(long count, CancellationToken cancellation) => _array.Skip(count, cancellation);

    private Reading Make(NpyReader array) => (array.Header.Type.Kind, array.Header.Type.Size) switch
    {
        ('b', 1) => Converted<bool>(value => value ? T.One : T.Zero),
        ('i', 1) => Integers<sbyte>(),
        ('u', 1) => Integers<byte>(),
        ('i', 2) => Integers<short>(),
        ('u', 2) => Integers<ushort>(),
        ('i', 4) => Integers<int>(),
        ('u', 4) => Integers<uint>(),
        ('i', 8) => Integers<long>(),
        ('u', 8) => Integers<ulong>(),
        ('f', 2) => Numbers<Half>(),
        ('f', 4) => Numbers<float>(),
        ('f', 8) => Numbers<double>(),
        _ => throw array.Error($"is of NumPy's type {array.Header.Type.Description}, which is not supported: save "
            + "array.astype('float64') or another type of numbers"),
    };

    private Reading Integers<TStored>()
        where TStored : unmanaged, IBinaryInteger<TStored> => typeof(TStored) == typeof(T) ? _array.Read<T>
            : Converted<TStored>(value =>
                NumberConversion.TryInteger(value, out T number) ? number : throw Refused(value));

    private Reading Numbers<TStored>()
        where TStored : unmanaged, INumberBase<TStored> => typeof(TStored) == typeof(T) ? _array.Read<T>
            : Converted<TStored>(value =>
                NumberConversion.TryNumber(value, out T number) ? number : throw Refused(value));

    private Reading Converted<TStored>(Func<TStored, T> convert)
        where TStored : unmanaged
    {
        TStored[] stored = [];
        return values =>
        {
            if (stored.Length < values.Length)
                stored = new TStored[values.Length];
            _array.Read(stored.AsSpan(0, values.Length));
            for (int i = 0; i < values.Length; i++)
                values[i] = convert(stored[i]);
        };
    }

    private FormatException Refused<TStored>(TStored value) => _array.Error(NumberConversion.Refusal<TStored, T>(value));
}
