using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Scales features to [0, 1] by their range, which is learned from the data: least and greatest values or quantiles.</summary>
    /// <param name="outputColumnName">The column to add, of dimensions of the input, [1] for a scalar.</param>
    /// <param name="inputColumnName">The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public ScaleEstimator Scale(string outputColumnName, string? inputColumnName = null, ScaleOptions? options = null) =>
        Scale([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public ScaleEstimator Scale(InputOutputColumnPair[] columns, ScaleOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
