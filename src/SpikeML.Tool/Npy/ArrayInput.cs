using System.Collections.Immutable;
using System.Numerics;
using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npy;

/// <summary>Rows of NumPy's arrays: the first dimension counts rows, the others are those of a row.</summary>
internal static class ArrayInput
{
    /// <param name="features">The array to encode.</param>
    /// <param name="labels">The array of labels, or null.</param>
    /// <param name="request">The input that is asked for.</param>
    /// <param name="labelName">The name of the label column.</param>
    public static InputData Load(ArraySource features, ArraySource? labels, InputRequest request,
        string labelName = InputRequest.DefaultLabel)
    {
        NpyHeader header = features.Header;
        if (header.Type.IsStructured)
            throw features.Structured(header.Type);
        if (header is { IsFortranOrder: true, Shape.Length: > 1 })
            throw ToolException.BadInput($"{features.Place} is in column-major order, in which rows cannot be read one by one: "
                + "save numpy.ascontiguousarray(array).");
        ImmutableArray<int> dimensions = ArrayShapes.OfRow(features, header);
        long rows = header.Shape[0];
        ArrayLabels? read = labels is null ? null : ArrayLabels.Read(labels, labelName, rows, features,
            request.TakesLabelsOverTime);
        IDataView view = (header.Type.Kind, header.Type.Size) switch
        {
            ('u', 1) => Make<byte>(features, rows, dimensions, read),
            ('b', _) or ('i' or 'u', < sizeof(int)) or ('f', <= sizeof(float)) => Make<float>(features, rows, dimensions, read),
            _ => Make<double>(features, rows, dimensions, read),
        };
        return new InputData(view, rows, InputRequest.DefaultFeatures, read?.Name)
        {
            Facts = [new("features", features.Name ?? "the array")],
            Explain = (row, error) => error.ColumnName == InputRequest.DefaultFeatures
                ? $"{features.Place}, at [{string.Join(", ", Index(row, error.Slot, dimensions, header.Shape.Length))}]: "
                    + FormattableString.Invariant($"the value is {error.Value}. {ShellWords.Of(error.Reason)}")
                : $"Row {row}: {ShellWords.Of(error.Message)}",
        };
    }

    /// <summary>Fails before any row is read if the array holds no numbers.</summary>
    private static ArrayView<T> Make<T>(ArraySource source, long rows, ImmutableArray<int> dimensions, ArrayLabels? labels)
        where T : unmanaged, INumberBase<T>
    {
        using OpenArray array = source.Open();
        _ = new NumberReader<T>(array.Reader);
        return new ArrayView<T>(source, rows, dimensions, labels);
    }

    /// <summary>The index of a value in the array, as NumPy counts.</summary>
    private static long[] Index(long row, int slot, ImmutableArray<int> dimensions, int length)
    {
        long[] index = new long[length];
        index[0] = row;
        for (int axis = length - 1; axis > 0; axis--)
            (slot, index[axis]) = Math.DivRem(slot, dimensions[axis - 1]);
        return index;
    }
}
