using System.Globalization;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.Tool.Training;

/// <summary>How well a network does on the rows that were held out, as text.</summary>
internal static class TestReport
{
    public static string Of(MLContext context, IDataView predicted, TrainingTask task, string label) => task switch
    {
        TrainingTask.Regression when predicted.Schema[label].Type is VectorDataViewType =>
            OfNumbersOverTime(context.Regression.EvaluateOverTime(predicted, label)),
        TrainingTask.Regression => OfNumbers(context.Regression.Evaluate(predicted, label)),
        TrainingTask.Multiclass => OfClasses(context.MulticlassClassification.Evaluate(predicted, label)),
        _ => OfTruth(predicted, label),
    };

    private static string OfNumbers(RegressionMetrics metrics) =>
        OfErrors(metrics.RSquared, metrics.RootMeanSquaredError, metrics.MeanAbsoluteError);

    private static string OfNumbersOverTime(RegressionOverTimeMetrics metrics) =>
        OfErrors(metrics.RSquared, metrics.RootMeanSquaredError, metrics.MeanAbsoluteError);

    private static string OfErrors(double determination, double squared, double absolute) => Table(
        ("R2", determination.ToString("F3", CultureInfo.InvariantCulture)),
        ("root mean squared error", squared.ToString("G4", CultureInfo.InvariantCulture)),
        ("mean absolute error", absolute.ToString("G4", CultureInfo.InvariantCulture)));

    private static string OfClasses(MulticlassClassificationMetrics metrics) => Table(
        ("accuracy", Percent(metrics.MicroAccuracy)),
        ("mean accuracy of the classes", Percent(metrics.MacroAccuracy)),
        ("log-loss", metrics.LogLoss.ToString("F3", CultureInfo.InvariantCulture)))
        + metrics.ConfusionMatrix.GetFormattedConfusionTable().ReplaceLineEndings("\n");

    /// <summary>ML.NET's evaluation throws where all rows have one label, so the table is counted here.</summary>
    private static string OfTruth(IDataView predicted, string label)
    {
        bool[] truth = [.. predicted.GetColumn<bool>(label)], answers = [.. predicted.GetColumn<bool>("PredictedLabel")];
        int Count(bool isTrue, bool isPredicted) => truth.Zip(answers).Count(row => row == (isTrue, isPredicted));
        string Line(bool isTrue) => string.Create(CultureInfo.InvariantCulture,
            $"{(isTrue ? "true" : "false"),-12}{Count(isTrue, false),10:N0}{Count(isTrue, true),10:N0}\n");
        double right = Count(false, false) + Count(true, true);
        return Table(("accuracy", Percent(right / truth.Length)))
            + $"\n{"truth",-12}{"false",10}{"true",10}\n{Line(false)}{Line(true)}";
    }

    private static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture);

    private static string Table(params (string Name, string Value)[] figures)
    {
        StringBuilder text = new("On the rows that were held out:\n");
        foreach ((string name, string value) in figures)
            text.Append(CultureInfo.InvariantCulture, $"{name,-30}{value}\n");
        return text.ToString();
    }
}
