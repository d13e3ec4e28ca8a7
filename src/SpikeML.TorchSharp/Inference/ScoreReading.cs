namespace SpikeML.Torch;

/// <summary>Computes scores from the output membranes and spikes of all steps.</summary>
internal static class ScoreReading
{
    /// <param name="kind">How to compute the score.</param>
    /// <param name="membranes">The membranes, [numSteps][outputs].</param>
    /// <param name="spikes">The spikes, [numSteps][outputs].</param>
    /// <param name="scores">One score per output; larger scores are more likely.</param>
    public static void Read(SpikingScore kind, ReadOnlySpan<float> membranes, ReadOnlySpan<float> spikes,
        Span<float> scores)
    {
        int numSteps = membranes.Length / scores.Length;
        scores.Fill(kind switch
        {
            SpikingScore.LargestMembrane => float.NegativeInfinity,
            // A silent neuron counts as firing at the last step.
            SpikingScore.FirstSpike => 1 - numSteps,
            _ => 0,
        });
        for (int step = numSteps - 1; step >= 0; step--)
        {
            int start = step * scores.Length;
            for (int output = 0; output < scores.Length; output++)
                scores[output] = Add(kind, scores[output], membranes[start + output], spikes[start + output], step, numSteps);
        }
    }

    /// <summary>
    /// Combines the scores of each class's adjacent output neurons: the sum of spike counts, the mean of other scores.
    /// </summary>
    public static void Combine(SpikingScore kind, ReadOnlySpan<float> outputs, Span<float> classes)
    {
        int outputsPerClass = outputs.Length / classes.Length;
        for (int i = 0; i < classes.Length; i++)
        {
            float sum = 0;
            foreach (float score in outputs.Slice(i * outputsPerClass, outputsPerClass))
                sum += score;
            classes[i] = kind == SpikingScore.SpikeCount ? sum : sum / outputsPerClass;
        }
    }

    /// <summary>Converts scores to probabilities that sum to 1, with the softmax function.</summary>
    public static void ToProbabilities(ReadOnlySpan<float> scores, Span<float> probabilities)
    {
        float largest = float.NegativeInfinity;
        foreach (float score in scores)
            largest = Math.Max(largest, score);
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
            sum += Math.Exp(scores[i] - largest);
        for (int i = 0; i < scores.Length; i++)
            probabilities[i] = (float)(Math.Exp(scores[i] - largest) / sum);
    }

    private static float Add(SpikingScore kind, float score, float membrane, float spike, int step, int numSteps) =>
        kind switch
        {
            SpikingScore.SpikeCount => score + spike,
            SpikingScore.MeanMembrane => score + membrane / numSteps,
            SpikingScore.LargestMembrane => Math.Max(score, membrane),
            _ => spike != 0 ? -step : score,
        };
}
