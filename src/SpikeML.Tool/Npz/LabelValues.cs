using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npz;

/// <summary>The labels of the rows that were read, in a NumPy type: integers, numbers or text.</summary>
internal abstract class LabelValues
{
    /// <summary>The name of the labels array.</summary>
    public const string Name = "labels";

    /// <summary>The labels of rows, or null if they have no label.</summary>
    public static LabelValues? Of(SpikeRows rows)
    {
        if (rows.LabelColumn is null)
            return null;
        DataViewSchema.Column column = rows.Schema[rows.LabelColumn];
        return Of(column)
            ?? throw ToolException.Usage(
                $"The label '{column.Name}' is {column.Type}, which this format cannot hold: choose another --label, or write "
                + ".idv.");
    }

    /// <summary>The labels of a column; a key gives its key values, or numbers from 0.</summary>
    /// <returns>Null if a label of that type cannot be an array element.</returns>
    public static LabelValues? Of(DataViewSchema.Column column) => column.Type switch
    {
        KeyDataViewType => KeyLabels.Of(column),
        BooleanDataViewType => new Values<bool, long>(column, value => value ? 1 : 0),
        NumberDataViewType type when type == NumberDataViewType.Int64 => new Values<long, long>(column, value => value),
        NumberDataViewType type when type == NumberDataViewType.Int32 => new Values<int, long>(column, value => value),
        NumberDataViewType type when type == NumberDataViewType.UInt32 => new Values<uint, long>(column, value => value),
        NumberDataViewType type when type == NumberDataViewType.Int16 => new Values<short, long>(column, value => value),
        NumberDataViewType type when type == NumberDataViewType.Byte => new Values<byte, long>(column, value => value),
        NumberDataViewType type when type == NumberDataViewType.Single => new Values<float, double>(column, value => value),
        NumberDataViewType type when type == NumberDataViewType.Double => new Values<double, double>(column, value => value),
        TextDataViewType => new Texts<ReadOnlyMemory<char>>(column, text => text.ToString()),
        _ => null,
    };

    /// <summary>Appends the labels of some rows.</summary>
    public abstract void Add(RowPiece piece);

    public abstract void Write(NpzWriter archive);

    /// <summary>The labels that were appended since the last call: integers, numbers or text.</summary>
    public abstract NpyArray Take();

    internal sealed class Values<TSource, TValue>(DataViewSchema.Column column, Func<TSource, TValue> convert) : LabelValues
        where TValue : unmanaged
    {
        private readonly List<TValue> _values = [];

        public override void Add(RowPiece piece) => _values.AddRange(piece.Read(column, convert));

        public override void Write(NpzWriter archive) => archive.Write<TValue>(Name, CollectionsMarshal.AsSpan(_values));

        public override NpyArray Take()
        {
            NpyArray<TValue> taken = new([.. _values], [_values.Count]);
            _values.Clear();
            return taken;
        }
    }

    internal sealed class Texts<TSource>(DataViewSchema.Column column, Func<TSource, string> convert) : LabelValues
    {
        private readonly List<string> _values = [];

        public override void Add(RowPiece piece) => _values.AddRange(piece.Read(column, convert));

        public override void Write(NpzWriter archive) => archive.Write(Name, (NpyArray<string>)Take());

        public override NpyArray Take()
        {
            NpyArray<string> taken = new([.. _values], [_values.Count]);
            _values.Clear();
            return taken;
        }
    }
}
