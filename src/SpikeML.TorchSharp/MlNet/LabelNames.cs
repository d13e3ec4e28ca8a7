using System.Globalization;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Data.IO;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>
/// The names of the classes, which predicted keys share: the key values of a label, of any type, or the names of a target
/// column's neurons.
/// </summary>
internal abstract class LabelNames
{
    private const string KeyValues = AnnotationUtils.Kinds.KeyValues;

    /// <summary>Whether the values are text and can name the slots of the scores.</summary>
    public abstract bool AreText { get; }

    /// <summary>The names of a label column, or null if it has none.</summary>
    public static LabelNames? Of(DataViewSchema.Column label)
    {
        string kind = KindOf(label.Type is KeyDataViewType);
        if (label.Annotations.Schema.GetColumnOrNull(kind) is not { Type: VectorDataViewType type })
            return null;
        return (LabelNames)Activator.CreateInstance(typeof(Values<>).MakeGenericType(type.ItemType.RawType), label.Annotations,
            kind, type)!;
    }

    /// <summary>The annotation with the names of the classes: that of a key, or of a target column.</summary>
    public static string KindOf(bool isKey) => isKey ? KeyValues : SpikeAnnotations.NeuronNames;

    /// <summary>The value of a key, as text.</summary>
    /// <param name="index">The key, from 0.</param>
    public abstract string Name(int index);

    /// <summary>Names given as text.</summary>
    public static LabelNames Of(IEnumerable<string> names)
    {
        ReadOnlyMemory<char>[] values = [.. names.Select(name => name.AsMemory())];
        return new Values<ReadOnlyMemory<char>>(new VBuffer<ReadOnlyMemory<char>>(values.Length, values),
            new VectorDataViewType(TextDataViewType.Instance, values.Length));
    }

    /// <summary>Adds the values as an annotation of a given kind.</summary>
    public abstract void AddTo(DataViewSchema.Annotations.Builder builder, string kind);

    public abstract void Save(IHost host, Stream stream);

    /// <exception cref="EndOfStreamException">The values are damaged.</exception>
    public static LabelNames Load(IHost host, Stream stream)
    {
        LabelNamesRoom.Check(stream);
        (DataViewType? type, object? values) = Read(host, stream);
        if (type is not VectorDataViewType vector)
            throw host.ExceptDecode("The key values of the label in the model file have an unknown type: save the model again.");
        return (LabelNames)Activator.CreateInstance(typeof(Values<>).MakeGenericType(vector.ItemType.RawType), values, vector)!;
    }

    private static (DataViewType? Type, object? Values) Read(IHost host, Stream stream)
    {
        try
        {
            return Codec(host).TryLoadTypeAndValue(stream, out DataViewType type, out object values) ? (type, values) : default;
        }
        catch (TargetInvocationException error)
        {
            // ML.NET reads the values by reflection.
            throw new EndOfStreamException(null, error.InnerException);
        }
    }

    private static BinarySaver Codec(IHost host) => new(host, new BinarySaver.Arguments());

    private sealed class Values<T> : LabelNames
    {
        private readonly VectorDataViewType _type;
        private VBuffer<T> _values;

        public Values(DataViewSchema.Annotations annotations, string kind, VectorDataViewType type)
        {
            _type = type;
            annotations.GetValue(kind, ref _values);
        }

        public Values(VBuffer<T> values, VectorDataViewType type) => (_values, _type) = (values, type);

        public override bool AreText => _type.ItemType is TextDataViewType;

        public override string Name(int index) =>
            string.Create(CultureInfo.InvariantCulture, $"{_values.GetItemOrDefault(index)}");

        public override void AddTo(DataViewSchema.Annotations.Builder builder, string kind) =>
            builder.Add(kind, _type, (ref VBuffer<T> values) => _values.CopyTo(ref values));

        public override void Save(IHost host, Stream stream)
        {
            if (!Codec(host).TryWriteTypeAndValue(stream, _type, ref _values, out _))
                throw host.Except($"The key values of the label have type {_type}, which cannot be saved.");
        }
    }
}
