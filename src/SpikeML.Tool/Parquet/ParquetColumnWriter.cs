using System.Buffers;
using Parquet;
using Parquet.Schema;

namespace SpikeML.Tool.Parquet;

/// <summary>Collects the values of a column until a row group is complete.</summary>
/// <param name="column">The column.</param>
internal abstract class ParquetColumnWriter(Field column)
{
    public Field Field => column;

    /// <summary>A writer of a column, in which no value may be missing.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The type of its values.</param>
    /// <param name="isList">Whether each row has a list of them.</param>
    public static ParquetColumnWriter Make(string name, Type type, bool isList) => type switch
    {
        _ when type == typeof(bool) => new ParquetColumnWriter<bool>(name, isList),
        _ when type == typeof(int) => new ParquetColumnWriter<int>(name, isList),
        _ when type == typeof(long) => new ParquetColumnWriter<long>(name, isList),
        _ when type == typeof(float) => new ParquetColumnWriter<float>(name, isList),
        _ when type == typeof(double) => new ParquetColumnWriter<double>(name, isList),
        _ when type == typeof(string) || type == typeof(ReadOnlyMemory<char>) =>
            new ParquetColumnWriter<ReadOnlyMemory<char>>(name, isList),
        _ => throw new FormatException($"the column '{name}' holds {type.Name}, which 'spikeml encode' does not write"),
    };

    /// <summary>Adds consecutive rows of a column.</summary>
    public abstract void Add(ParquetColumn column, int first, int count);

    /// <summary>Writes all rows since the last time.</summary>
    public abstract Task FlushAsync(ParquetRowGroupWriter group);
}

/// <summary>Collects values of a type.</summary>
internal sealed class ParquetColumnWriter<T> : ParquetColumnWriter
    where T : struct
{
    // The depths at which a list that may be missing is empty, and at which its values are defined.
    private const int EmptyLevel = 1, ValueLevel = 2;

    private readonly DataField _values;
    private readonly bool _isList;
    private readonly ArrayBufferWriter<T> _written = new();
    private readonly ArrayBufferWriter<int> _definitions = new(), _repetitions = new();

    public ParquetColumnWriter(string name, bool isList)
        : this(new DataField(isList ? ListField.ElementName : name,
            typeof(T) == typeof(ReadOnlyMemory<char>) ? typeof(string) : typeof(T), isNullable: false), name, isList)
    {
    }

    private ParquetColumnWriter(DataField values, string name, bool isList)
        : base(isList ? new ListField(name, values) : values) => (_values, _isList) = (values, isList);

    public override void Add(ParquetColumn column, int first, int count)
    {
        ReadOnlySpan<T> values = ((ParquetColumn<T>)column).Values;
        if (!_isList)
        {
            _written.Write(values.Slice(first, count));
            return;
        }
        int[] starts = column.Starts!;
        _written.Write(values[starts[first]..starts[first + count]]);
        for (int row = first; row < first + count; row++)
            AddLevels(starts[row + 1] - starts[row]);
    }

    public override async Task FlushAsync(ParquetRowGroupWriter group)
    {
        if (_isList)
            await group.WriteAllPartsAsync(_values, _written.WrittenMemory, _definitions.WrittenMemory,
                _repetitions.WrittenMemory, CancellationToken.None);
        else
            await group.WriteAsync(_values, _written.WrittenMemory);
        _written.ResetWrittenCount();
        _definitions.ResetWrittenCount();
        _repetitions.ResetWrittenCount();
    }

    private void AddLevels(int length)
    {
        int levels = Math.Max(length, 1);
        _definitions.GetSpan(levels)[..levels].Fill(length == 0 ? EmptyLevel : ValueLevel);
        _definitions.Advance(levels);
        Span<int> repetitions = _repetitions.GetSpan(levels)[..levels];
        repetitions.Fill(1);
        repetitions[0] = 0;
        _repetitions.Advance(levels);
    }
}
