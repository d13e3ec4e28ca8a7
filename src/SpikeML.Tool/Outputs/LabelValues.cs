using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Outputs;

/// <summary>The labels of the rows that were read, as NumPy keeps them: integers, numbers or text.</summary>
internal abstract class LabelValues
{
    /// <summary>For a column; a key gives the values that its annotation names, or counts from 0.</summary>
    /// <returns>Null where a label of that type cannot be an array's element.</returns>
    public static LabelValues? Of(DataViewSchema.Column column) => column.Type switch
    {
        KeyDataViewType => KeyLabels.Of(column),
        BooleanDataViewType => new Values<bool, long>(column, "<i8", value => value ? 1 : 0),
        NumberDataViewType type when type == NumberDataViewType.Int64 => new Values<long, long>(column, "<i8", value => value),
        NumberDataViewType type when type == NumberDataViewType.Int32 => new Values<int, long>(column, "<i8", value => value),
        NumberDataViewType type when type == NumberDataViewType.UInt32 => new Values<uint, long>(column, "<i8", value => value),
        NumberDataViewType type when type == NumberDataViewType.Int16 => new Values<short, long>(column, "<i8", value => value),
        NumberDataViewType type when type == NumberDataViewType.Byte => new Values<byte, long>(column, "<i8", value => value),
        NumberDataViewType type when type == NumberDataViewType.Single => new Values<float, double>(column, "<f8", value => value),
        NumberDataViewType type when type == NumberDataViewType.Double => new Values<double, double>(column, "<f8", value => value),
        TextDataViewType => new Texts<ReadOnlyMemory<char>>(column, text => text.ToString()),
        _ => null,
    };

    /// <summary>Reads the label of a cursor's row whenever it is called.</summary>
    public abstract Action Adder(DataViewRow row);

    /// <summary>Their type in NumPy's letters.</summary>
    public abstract string Type { get; }

    public abstract void Write(Stream stream);

    internal sealed class Values<TSource, TValue>(DataViewSchema.Column column, string type, Func<TSource, TValue> convert) : LabelValues
        where TValue : unmanaged
    {
        private readonly List<TValue> _values = [];

        public override string Type => type;

        public override Action Adder(DataViewRow row)
        {
            Func<TValue> read = ScalarReader.Create(row, row.Schema[column.Name], convert);
            return () => _values.Add(read());
        }

        public override void Write(Stream stream) => stream.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_values)));
    }

    internal sealed class Texts<TSource>(DataViewSchema.Column column, Func<TSource, string> convert) : LabelValues
    {
        private readonly List<string> _values = [];

        public override string Type => $"<U{Longest}";

        private int Longest => _values.Count == 0 ? 1 : Math.Max(1, _values.Max(text => text.EnumerateRunes().Count()));

        public override Action Adder(DataViewRow row)
        {
            Func<string> read = ScalarReader.Create(row, row.Schema[column.Name], convert);
            return () => _values.Add(read());
        }

        public override void Write(Stream stream)
        {
            byte[] room = new byte[Longest * sizeof(int)];
            foreach (string text in _values)
            {
                Array.Clear(room);
                Encoding.UTF32.GetBytes(text, room);
                stream.Write(room);
            }
        }
    }
}
