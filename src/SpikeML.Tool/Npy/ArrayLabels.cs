using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npy;

/// <summary>The labels of the rows of an array: integers, numbers, Booleans or text.</summary>
/// <param name="Name">The name of the label column.</param>
/// <param name="Type">Its type.</param>
/// <param name="Getter">Makes a getter of the label at a position, as <c>ValueGetter</c> of the type's values.</param>
internal sealed record ArrayLabels(string Name, DataViewType Type, Func<Func<long>, Delegate> Getter)
{
    /// <summary>Reads labels.</summary>
    /// <param name="source">The array of labels: one for each row, or numbers over time.</param>
    /// <param name="name">The name of the label column.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="features">The array of features, for errors.</param>
    /// <param name="takesNumbersOverTime">Whether a row can have several numbers.</param>
    public static ArrayLabels Read(ArraySource source, string name, long rows, ArraySource features, bool takesNumbersOverTime)
    {
        NpyArray array = source.ReadAll();
        ImmutableArray<int> shape = array.Shape;
        bool isOverTime = shape.Skip(1).Any(dimension => dimension != 1);
        if (shape.IsEmpty || (isOverTime && !takesNumbersOverTime))
            throw ToolException.BadInput($"{source.Place} has the dimensions {Dimensions.Text(shape)}: labels must have one "
                + "dimension, a label for each row.");
        if (shape[0] != rows)
            throw ToolException.BadInput(string.Create(CultureInfo.InvariantCulture,
                $"{source.Place} has {Counted.Of(shape[0], "label")}, but {ArrayShapes.Lower(features.Place)} has "
                    + $"{Counted.Of(rows, "row")}."));
        return isOverTime ? OverTime(name, array, source) : Of(name, array, source);
    }

    private static ArrayLabels OverTime(string name, NpyArray array, ArraySource source)
    {
        float[] values = array switch
        {
            NpyArray<float> numbers => numbers.Values,
            NpyArray<Half> numbers => [.. numbers.Values.Select(value => (float)value)],
            NpyArray<bool> or NpyArray<string> => throw ToolException.BadInput($"{source.Place} has the dimensions "
                + $"{Dimensions.Text(array.Shape)}: labels of several values for each row must be numbers."),
            _ => [.. array.Values.Cast<IConvertible>().Select(value => value.ToSingle(CultureInfo.InvariantCulture))],
        };
        VectorDataViewType type = new(NumberDataViewType.Single, array.Shape.RemoveAt(0));
        return new(name, type, position =>
        {
            ValueGetter<VBuffer<float>> getter = (ref value) =>
            {
                VBufferEditor<float> editor = VBufferEditor.Create(ref value, type.Size);
                values.AsSpan((int)(position() * type.Size), type.Size).CopyTo(editor.Values);
                value = editor.Commit();
            };
            return getter;
        });
    }

    private static ArrayLabels Of(string name, NpyArray array, ArraySource source) => array switch
    {
        NpyArray<bool> flags => Make(name, BooleanDataViewType.Instance, flags.Values),
        NpyArray<float> numbers => Make(name, NumberDataViewType.Single, numbers.Values),
        NpyArray<Half> numbers => Make(name, NumberDataViewType.Single, [.. numbers.Values.Select(value => (float)value)]),
        NpyArray<double> numbers => Make(name, NumberDataViewType.Double, numbers.Values),
        NpyArray<string> texts => Make(name, TextDataViewType.Instance, [.. texts.Values.Select(text => text.AsMemory())]),
        NpyArray<long> integers => Make(name, NumberDataViewType.Int64, integers.Values),
        _ => Make(name, NumberDataViewType.Int64, [.. array.Values.Cast<IConvertible>().Select(value => Integer(value, source))]),
    };

    private static long Integer(IConvertible value, ArraySource source)
    {
        try
        {
            return value.ToInt64(CultureInfo.InvariantCulture);
        }
        catch (OverflowException error)
        {
            throw ToolException.BadInput(
                $"{source.Place} has the label {value}, which is too large: save labels from 0 up.", error);
        }
    }

    private static ArrayLabels Make<T>(string name, DataViewType type, T[] values) => new(name, type, position =>
    {
        ValueGetter<T> getter = (ref value) => value = values[position()];
        return getter;
    });
}
