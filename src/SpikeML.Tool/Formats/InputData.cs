using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>Rows to encode.</summary>
/// <param name="Rows">The view.</param>
/// <param name="RowCount">The number of rows.</param>
/// <param name="Features">The column to encode.</param>
/// <param name="Label">The label column, or null if there is none.</param>
internal sealed record InputData(IDataView Rows, long RowCount, string Features, string? Label);
