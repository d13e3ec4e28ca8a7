using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>The column with the first values of decoded series.</summary>
internal static class InitialValues
{
    /// <summary>Throws unless it is a scalar or has a value for each neuron of the decoded series.</summary>
    public static void Check(IExceptionContext host, DataViewSchema.Column column, RowShape decoded)
    {
        const string Role = "initial value";
        ImmutableArray<int> own = InputKind.Features.Dimensions(host, column, Role),
            neurons = decoded.OutputDimensions.RemoveAt(0);
        if (!own.IsEmpty && !own.SequenceEqual(neurons.IsEmpty ? [1] : neurons))
            throw host.ExceptSchemaMismatch(nameof(column), Role, column.Name,
                neurons.IsEmpty ? "a scalar" : $"a scalar, or a vector of dimensions {Dimensions.Text(neurons)}",
                    column.Type.ToString());
    }
}
