using Parquet.Data;
using Parquet.Schema;

namespace SpikeML.Tool.Parquet;

/// <summary>The values of a column in consecutive rows.</summary>
internal abstract class ParquetColumn
{
    /// <summary>Where the list of each row starts, followed by the end of the last one; null if each row has one value.</summary>
    public int[]? Starts { get; init; }

    /// <summary>Whether each value is missing (null); null if none is.</summary>
    public bool[]? Missing { get; init; }

    /// <summary>Copies what was read.</summary>
    /// <exception cref="FormatException">Values of the type are not supported, or they do not match the rows.</exception>
    public static ParquetColumn Of(RawColumnData data, ParquetField field, int rows) => data switch
    {
        RawColumnData<bool> values => Make(values, field, rows),
        RawColumnData<sbyte> values => Make(values, field, rows),
        RawColumnData<byte> values => Make(values, field, rows),
        RawColumnData<short> values => Make(values, field, rows),
        RawColumnData<ushort> values => Make(values, field, rows),
        RawColumnData<int> values => Make(values, field, rows),
        RawColumnData<uint> values => Make(values, field, rows),
        RawColumnData<long> values => Make(values, field, rows),
        RawColumnData<ulong> values => Make(values, field, rows),
        RawColumnData<float> values => Make(values, field, rows),
        RawColumnData<double> values => Make(values, field, rows),
        RawColumnData<decimal> values => Make(values, field, rows),
        RawColumnData<ReadOnlyMemory<char>> values => Make(values, field, rows),
        _ => throw new FormatException($"the column '{field.Name}' holds {field.Description}, which is not supported"),
    };

    private static ParquetColumn<T> Make<T>(RawColumnData<T> data, ParquetField field, int rows)
        where T : struct
    {
        DataField type = field.Data;
        if (type.MaxDefinitionLevel == 0 && type.MaxRepetitionLevel == 0)
            return data.Values.Length >= rows ? new ParquetColumn<T>(data.Values[..rows].ToArray()) : throw Unequal(field);
        ReadOnlySpan<int> definitions = type.MaxDefinitionLevel > 0 ? data.DefinitionLevels : default;
        ReadOnlySpan<int> repetitions = type.MaxRepetitionLevel > 0 ? data.RepetitionLevels : default;
        Expansion<T> expansion = new(type, data.Values);
        for (int i = 0; i < Math.Max(definitions.Length, repetitions.Length); i++)
            expansion.Add(definitions.IsEmpty ? 0 : definitions[i], repetitions.IsEmpty ? 0 : repetitions[i]);
        return expansion.Rows == rows ? expansion.ToColumn() : throw Unequal(field);
    }

    private static FormatException Unequal(ParquetField field) =>
        new($"the column '{field.Name}' does not have as many rows as the file says");

    /// <summary>
    /// The values with those that are missing, which the file leaves out. The levels of each value tell at which depth it is
    /// defined, and whether it begins a row.
    /// </summary>
    private ref struct Expansion<T>(DataField type, ReadOnlySpan<T> stored)
        where T : struct
    {
        private readonly ReadOnlySpan<T> _stored = stored;
        private readonly List<T> _values = new(stored.Length);
        private readonly List<int>? _starts = type.MaxRepetitionLevel > 0 ? [] : null;
        private List<int>? _missing;
        private int _read;

        public int Rows { get; private set; }

        public void Add(int definition, int repetition)
        {
            if (repetition == 0)
            {
                Rows++;
                _starts?.Add(_values.Count);
            }
            // An empty or missing list is defined to a lesser depth than a missing value in it.
            if (definition < type.MaxDefinitionLevel && _starts is not null
                && !(type.IsNullable && definition == type.MaxDefinitionLevel - 1))
                return;
            if (definition < type.MaxDefinitionLevel)
                (_missing ??= []).Add(_values.Count);
            _values.Add(definition < type.MaxDefinitionLevel ? default : _stored[_read++]);
        }

        public readonly ParquetColumn<T> ToColumn()
        {
            bool[]? missing = _missing is null ? null : new bool[_values.Count];
            foreach (int at in _missing ?? [])
                missing![at] = true;
            return new ParquetColumn<T>([.. _values])
            {
                Starts = _starts is null ? null : [.. _starts, _values.Count],
                Missing = missing
            };
        }
    }
}

/// <summary>The values of a column in consecutive rows.</summary>
/// <param name="values">The values; those that are missing have the default of their type.</param>
internal sealed class ParquetColumn<T>(T[] values) : ParquetColumn
    where T : struct
{
    public T[] Values => values;
}
