using System.Collections.Immutable;
using Microsoft.ML;
using SpikeML.Tool.Records;

namespace SpikeML.Tool.Formats;

/// <summary>Rows to encode.</summary>
/// <param name="Rows">The view.</param>
/// <param name="RowCount">The number of rows.</param>
/// <param name="Features">The column to encode.</param>
/// <param name="Label">The label column, or null if there is none.</param>
internal sealed record InputData(IDataView Rows, long RowCount, string Features, string? Label)
{
    /// <summary>How the rows are read from the file, as far as their values depend on it.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [new("features", Features)];
}
