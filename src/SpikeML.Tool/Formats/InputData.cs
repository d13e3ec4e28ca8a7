using Microsoft.ML;

namespace SpikeML.Tool.Formats;

/// <summary>Rows that are to be encoded.</summary>
/// <param name="Rows">The view.</param>
/// <param name="RowCount">How many there are.</param>
/// <param name="Features">The column to encode.</param>
/// <param name="Label">The column with the label; null where there is none.</param>
internal sealed record InputData(IDataView Rows, long RowCount, string Features, string? Label);
