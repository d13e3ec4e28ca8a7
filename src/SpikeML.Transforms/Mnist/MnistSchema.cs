using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The columns of MNIST views: Label and Features.</summary>
internal static class MnistSchema
{
    public const string Label = "Label";
    public const string Features = "Features";

    private const int DigitCount = 10;

    /// <summary>A key of the classes with their names as values, and a vector of an image's dimensions.</summary>
    public static DataViewSchema Create(int rows, int columns, ImmutableArray<string>? classNames)
    {
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(Label, new KeyDataViewType(typeof(uint), classNames?.Length ?? DigitCount), KeyValues(classNames));
        schema.AddColumn(Features, new VectorDataViewType(NumberDataViewType.Single, rows, columns));
        return schema.ToSchema();
    }

    private static DataViewSchema.Annotations KeyValues(ImmutableArray<string>? classNames)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        if (classNames is { } names)
            Add(annotations, TextDataViewType.Instance, [.. names.Select(name => name.AsMemory())]);
        else
            Add(annotations, NumberDataViewType.Int32, [.. Enumerable.Range(0, DigitCount)]);
        return annotations.ToAnnotations();
    }

    private static void Add<T>(DataViewSchema.Annotations.Builder annotations, PrimitiveDataViewType type, T[] values)
    {
        var buffer = new VBuffer<T>(values.Length, values);
        annotations.Add(AnnotationUtils.Kinds.KeyValues, new VectorDataViewType(type, values.Length),
            (ref VBuffer<T> value) => buffer.CopyTo(ref value));
    }
}
