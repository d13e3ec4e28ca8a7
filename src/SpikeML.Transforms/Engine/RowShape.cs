using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>The dimensions of a column's rows before and after encoding, and the lengths that follow from them.</summary>
internal sealed class RowShape
{
    private RowShape(DataViewType itemType, ImmutableArray<int> input, ImmutableArray<int> output)
    {
        (ItemType, InputDimensions, OutputDimensions) = (itemType, input, output);
        (InputLength, OutputLength) = (Dimensions.Count(input), Dimensions.Count(output));
    }

    /// <summary>The type of the input's values.</summary>
    public DataViewType ItemType { get; }

    /// <summary>The input's dimensions; empty for a scalar.</summary>
    public ImmutableArray<int> InputDimensions { get; }

    public ImmutableArray<int> OutputDimensions { get; }

    public int InputLength { get; }

    public int OutputLength { get; }

    /// <summary>The number of neurons of an input whose first dimension is time.</summary>
    public int NeuronCount => InputLength / InputDimensions[0];

    /// <summary>The number of steps of an output whose first dimension is time.</summary>
    public int OutputSteps => OutputDimensions[0];

    /// <summary>The number of values in one step of such an output.</summary>
    public int OutputWidth => OutputLength / OutputSteps;

    /// <summary>
    /// The shape of a column's rows; throws if the code cannot encode them or the output would not fit in an array.
    /// </summary>
    public static RowShape Of(IExceptionContext host, SpikeCode code, DataViewSchema schema, DataViewSchema.Column column)
    {
        ImmutableArray<int> input = code.Input.Dimensions(host, column);
        if (code.Refusal(input) is string expected)
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name, expected, column.Type.ToString());
        ImmutableArray<int> output = code.OutputDimensions(host, schema, column, input);
        if (Dimensions.Product(output.AsSpan()) > Array.MaxLength)
            throw host.ExceptSchemaMismatch(nameof(column), "input", column.Name,
                $"a spike train of at most {Array.MaxLength} values", $"{Dimensions.Text(output)}: lower NumSteps");
        return new(column.Type.GetItemType(), input, output);
    }
}
