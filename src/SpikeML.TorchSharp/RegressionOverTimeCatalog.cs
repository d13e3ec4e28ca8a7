using Microsoft.ML.Data;
using SpikeML;
using SpikeML.Torch;

namespace Microsoft.ML;

/// <summary>Evaluates predictions that vary over time, which ML.NET's own evaluation of regression does not take.</summary>
public static class RegressionOverTimeCatalog
{
    /// <summary>Compares predictions of each step with the labels.</summary>
    /// <param name="catalog">The catalog, <c>mlContext.Regression</c>.</param>
    /// <param name="data">Rows with labels and scores.</param>
    /// <param name="labelColumnName">The labels, [numSteps] or [numSteps, outputs].</param>
    /// <param name="scoreColumnName">The predictions, with as many values.</param>
    /// <returns>The errors over all rows, steps and outputs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A column is missing or has another type, or the columns have different sizes.
    /// </exception>
    /// <exception cref="InvalidOperationException">There are no rows, or a value is not finite.</exception>
    public static RegressionOverTimeMetrics EvaluateOverTime(this RegressionCatalog catalog, IDataView data,
        string labelColumnName = "Label", string scoreColumnName = "Score")
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(data);
        DataViewSchema.Column label = Find(data.Schema, labelColumnName, nameof(labelColumnName));
        DataViewSchema.Column score = Find(data.Schema, scoreColumnName, nameof(scoreColumnName));
        int size = label.Type.GetValueCount();
        if (size != score.Type.GetValueCount())
            throw new ArgumentOutOfRangeException(nameof(scoreColumnName), scoreColumnName,
                $"Column '{labelColumnName}' is {label.Type}, but column '{scoreColumnName}' is {score.Type}: they must have as "
                    + "many values.");
        return OverTimeErrors.Of(data, label, score);
    }

    private static DataViewSchema.Column Find(DataViewSchema schema, string name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(name, parameter);
        DataViewSchema.Column column = ColumnSearch.Find(schema, name, parameter);
        return column.Type is VectorDataViewType { IsKnownSize: true } type && type.ItemType == NumberDataViewType.Single
            ? column : throw new ArgumentOutOfRangeException(parameter, name, $"Column '{name}' is {column.Type}, but must be a "
                + "known-size vector of Single with a number for each step. For one number for each row, use Evaluate.");
    }
}
