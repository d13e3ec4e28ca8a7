using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The columns of MNIST views: Label and Features.</summary>
internal static class MnistSchema
{
    public const string Label = "Label";
    public const string Features = "Features";
    public const int ClassCount = 10;

    private const string KeyValues = "KeyValues";

    /// <summary>A key of ten digits with their values, and a vector of an image's dimensions.</summary>
    public static DataViewSchema Create(int rows, int columns)
    {
        var digits = new VBuffer<int>(ClassCount, [.. Enumerable.Range(0, ClassCount)]);
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add(KeyValues, new VectorDataViewType(NumberDataViewType.Int32, ClassCount),
            (ref VBuffer<int> value) => digits.CopyTo(ref value));
        var schema = new DataViewSchema.Builder();
        schema.AddColumn(Label, new KeyDataViewType(typeof(uint), ClassCount), annotations.ToAnnotations());
        schema.AddColumn(Features, new VectorDataViewType(NumberDataViewType.Single, rows, columns));
        return schema.ToSchema();
    }
}
