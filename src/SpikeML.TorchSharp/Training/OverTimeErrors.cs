using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>Reads labels and scores of each step, and adds up their differences.</summary>
internal static class OverTimeErrors
{
    public static RegressionOverTimeMetrics Of(IDataView data, DataViewSchema.Column label, DataViewSchema.Column score)
    {
        VectorDataViewType type = (VectorDataViewType)label.Type;
        int numSteps = type.Dimensions[0], outputs = type.Size / numSteps;
        double[] squares = new double[numSteps];
        double absolute = 0;
        long rows = 0;
        LabelMoments moments = new(outputs);
        using DataViewRowCursor cursor = data.GetRowCursor([label, score]);
        Func<ReadOnlyMemory<float>> labels = LabelReading.StepReader(cursor, label),
            scores = LabelReading.StepReader(cursor, score, "predictions must be finite numbers");
        for (; cursor.MoveNext(); rows++)
        {
            ReadOnlySpan<float> wanted = labels().Span, found = scores().Span;
            moments.Add(wanted, weight: 1);
            for (int i = 0; i < wanted.Length; i++)
            {
                double distance = (double)found[i] - wanted[i];
                squares[i / outputs] += distance * distance;
                absolute += Math.Abs(distance);
            }
        }
        if (rows == 0)
            throw new InvalidOperationException("There are no rows to evaluate.");
        double values = (double)rows * type.Size;
        return new(rows, [.. squares.Select(sum => sum * numSteps / values)], absolute / values,
            squares.Sum() / moments.Squares);
    }
}
