using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Reads rows of a column with declared dimensions; sparse rows stay sparse.</summary>
internal static class ReshapedRows
{
    /// <summary>The unchanged values.</summary>
    public static ValueGetter<VBuffer<T>> Same<T>(DataViewRow row, DataViewSchema.Column column, ImmutableArray<int> dimensions)
    {
        ValueGetter<VBuffer<T>> getter = row.GetGetter<VBuffer<T>>(column);
        int length = Dimensions.Count(dimensions);
        return (ref VBuffer<T> output) =>
        {
            getter(ref output);
            if (output.Length != length)
                throw Mismatch(row, column, output.Length, dimensions);
        };
    }

    /// <summary>The values in single precision.</summary>
    public static ValueGetter<VBuffer<float>> ToSingle<T>(
        DataViewRow row, DataViewSchema.Column column, ImmutableArray<int> dimensions)
        where T : unmanaged, INumber<T>
    {
        ValueGetter<VBuffer<T>> getter = Same<T>(row, column, dimensions);
        VBuffer<T> values = default;
        return (ref VBuffer<float> output) =>
        {
            getter(ref values);
            ReadOnlySpan<T> own = values.GetValues();
            VBufferEditor<float> editor = VBufferEditor.Create(ref output, values.Length, own.Length);
            TensorPrimitives.ConvertTruncating(own, editor.Values);
            if (typeof(T) == typeof(double))
                CheckRange(values, editor.Values, column);
            if (!values.IsDense)
                values.GetIndices().CopyTo(editor.Indices);
            output = editor.Commit();
        };
    }

    /// <summary>Throws for the first value that is finite, but not in single precision.</summary>
    private static void CheckRange<T>(in VBuffer<T> row, ReadOnlySpan<float> singles, DataViewSchema.Column column)
        where T : unmanaged, INumber<T>
    {
        if (FeatureCheck.AreFinite(singles))
            return;
        ReadOnlySpan<T> values = row.GetValues();
        for (int i = 0; i < singles.Length; i++)
        {
            double value = double.CreateTruncating(values[i]);
            if (!float.IsFinite(singles[i]) && double.IsFinite(value))
                throw new InvalidFeatureException(row.IsDense ? i : row.GetIndices()[i], value,
                    FeatureCheck.NotFiniteReason(value)).InColumn(column.Name);
        }
    }

    private static InvalidOperationException Mismatch(
        DataViewRow row, DataViewSchema.Column column, int length, ImmutableArray<int> dimensions) =>
        new(FormattableString.Invariant($"Column '{column.Name}' has {length} values in row {row.Position}, but ")
            + FormattableString.Invariant($"{Dimensions.Text(dimensions)} needs {Dimensions.Count(dimensions)}: make every row ")
            + "that long, or reshape to other dimensions.");
}
