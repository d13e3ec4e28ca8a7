using System.Collections.Immutable;
using Microsoft.ML;
using SpikeML.Tool.Records;
using SpikeML.Tool.Running;

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

    /// <summary>The files that were read, where these are not those that the input names.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>What the files were like when they were opened.</summary>
    public InputSnapshot Source { get; init; } = new([]);

    /// <summary>Says what is wrong with a value of a row, in the words of the file.</summary>
    public Func<long, InvalidFeatureException, string> Explain { get; init; } = (row, error) =>
        $"Row {row}: {ShellWords.Of(error.Message)}";
}
