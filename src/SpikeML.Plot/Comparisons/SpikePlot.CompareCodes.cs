using Microsoft.ML;
using SpikeML.Plot.Export;

namespace SpikeML.Plot;

public static partial class SpikePlot
{
    /// <summary>
    /// Compares several codes on the same values: for features, draws the values and a raster for each code; for a series, draws
    /// the series with its decoded signal, and the spikes below. Titles show the number of spikes and, for series, the
    /// signal-to-noise ratio.
    /// </summary>
    /// <param name="values">
    /// The values of one row, finite. Features outside 0 to 1 are scaled to that range first, by their minimum and maximum.
    /// </param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="CodeComparisonOptions"/>.</param>
    /// <returns>The grid as a figure, ready to save or show.</returns>
    /// <exception cref="ArgumentException">There are no values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite, or a code does not accept it.</exception>
    public static GridFigure CompareCodes(ReadOnlySpan<float> values, CodeComparisonOptions? options = null)
    {
        if (values.IsEmpty)
            throw new ArgumentException("There must be at least one value.", nameof(values));
        options ??= new CodeComparisonOptions();
        options.Validate();
        return new CodeComparisonPlot(values.ToArray(), [values.Length], options).Draw();
    }

    /// <summary>Compares several codes on one row of a column.</summary>
    /// <remarks>Codes that learn from data are fitted on this row alone.</remarks>
    /// <param name="data">The rows.</param>
    /// <param name="columnName">The column: Single, Double or Byte, a scalar or a vector of known size.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="options">How they are drawn, or null for the defaults of <see cref="CodeComparisonOptions"/>.</param>
    /// <returns>The grid as a figure, ready to save or show.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The column or row is missing, the column is of another type, or an option is out of range.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A value is NaN or infinite, or a code does not accept it.</exception>
    public static GridFigure CompareCodes(IDataView data, string columnName, long row = 0, CodeComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new CodeComparisonOptions();
        options.Validate();
        DataViewSchema.Column column = ColumnSearch.Find(data.Schema, columnName);
        (float[] values, int[] dimensions) = SpikeRow.ReadValues(data, column, row);
        return new CodeComparisonPlot(values, dimensions, options).Draw();
    }
}
