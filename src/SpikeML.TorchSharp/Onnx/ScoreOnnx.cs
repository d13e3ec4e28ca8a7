namespace SpikeML.Torch;

/// <summary>
/// Writes scores and predictions as ONNX operations, as in <see cref="ScoreReading"/> and <see cref="ScoreGetters"/>.
/// </summary>
internal static class ScoreOnnx
{
    private const long Steps = 1, Classes = 1, Neurons = 2;

    /// <summary>Writes the scores of the classes, [rows, classes].</summary>
    /// <param name="output">How they are computed.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="membranes">The output membranes, [rows, steps, outputs].</param>
    /// <param name="spikes">The output spikes, [rows, steps, outputs].</param>
    /// <param name="classes">The number of classes.</param>
    public static OnnxTensor Read(TrainedOutput output, int numSteps, OnnxTensor membranes, OnnxTensor spikes, int classes)
    {
        OnnxTensor scores = output.Score switch
        {
            SpikingScore.SpikeCount => spikes.Sum(Steps),
            SpikingScore.MeanMembrane => (membranes / numSteps).Sum(Steps),
            SpikingScore.LargestMembrane => membranes.Highest(Steps),
            _ => FirstSpike(spikes, numSteps),
        };
        if (output.OutputsPerClass == 1)
            return scores;
        OnnxTensor sums = scores.Reshape(0, classes, output.OutputsPerClass).Sum(Neurons);
        return output.Score == SpikingScore.SpikeCount ? sums : sums / output.OutputsPerClass;
    }

    /// <summary>Writes the columns of predictions.</summary>
    /// <param name="output">How they are computed.</param>
    /// <param name="scores">The scores, [rows, classes].</param>
    /// <param name="membranes">The output membranes, [rows, steps, outputs].</param>
    /// <returns>Their names and values.</returns>
    public static IEnumerable<(string Column, OnnxTensor Value)> Columns(TrainedOutput output, OnnxTensor scores,
        OnnxTensor membranes)
    {
        if (output.Task == SpikingTask.Multiclass)
            return [(OutputColumns.PredictedLabel, Key(scores)), (OutputColumns.Score, Probabilities(scores))];
        if (output.Task == SpikingTask.Regression)
            return [(OutputColumns.Score, Labels(output, output.VariesOverTime ? membranes : scores))];
        OnnxTensor odds = scores.Slice(Classes, 1, 2) - scores.Slice(Classes, 0, 1);
        return [(OutputColumns.PredictedLabel, odds > 0), (OutputColumns.Score, odds),
            (OutputColumns.Probability, 1 / (1 + (-odds).Unary("Exp")))];
    }

    /// <summary>Values on the scales of the labels; those over time are [rows, steps, outputs], or [rows, steps].</summary>
    private static OnnxTensor Labels(TrainedOutput output, OnnxTensor values)
    {
        OnnxTensor Each(Func<LabelScale, double> number) =>
            values.Graph.Constant([.. output.Scales.Select(number)], output.Scales.Length);
        OnnxTensor labels = (values.As(OnnxType.Double) * Each(scale => scale.Deviation) + Each(scale => scale.Mean))
            .As(OnnxType.Single);
        return output.VariesOverTime && output.Scales.Length == 1 ? labels.Reshape(0, -1) : labels;
    }

    private static OnnxTensor FirstSpike(OnnxTensor spikes, int numSteps)
    {
        float[] steps = [.. Enumerable.Range(0, numSteps).Select(step => (float)-step)];
        // A silent neuron counts as firing at the last step.
        return spikes.As(OnnxType.Boolean).Choose(spikes.Graph.Constant(steps, numSteps, 1), spikes.Same(1 - numSteps))
            .Highest(Steps);
    }

    private static OnnxTensor Probabilities(OnnxTensor scores)
    {
        OnnxTensor largest = scores.Highest(Classes, keeps: true);
        OnnxTensor powers = (scores - largest).As(OnnxType.Double).Unary("Exp");
        return (powers / powers.Sum(Classes, keeps: true)).As(OnnxType.Single);
    }

    /// <summary>ML.NET's keys count from 1. Of equal scores, both take the first.</summary>
    private static OnnxTensor Key(OnnxTensor scores) =>
        (scores.Graph.Add("ArgMax", [scores], OnnxType.Int64, ("axis", Classes), ("keepdims", 1L)) + 1).As(OnnxType.UInt32);
}
