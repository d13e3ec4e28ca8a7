namespace SpikeML;

/// <summary>A loop as operations that are repeated for each step, for versions of ML.NET whose nodes take no graph.</summary>
internal static class OnnxRepetition
{
    /// <summary>See <see cref="OnnxGraph.Loop"/>.</summary>
    public static (OnnxTensor[] States, OnnxTensor[] Results) Of(OnnxGraph graph, OnnxTensor[] states, OnnxTensor[] sequences,
        OnnxStep step, int numSteps)
    {
        List<OnnxTensor[]> made = [];
        for (int i = 0; i < numSteps; i++)
        {
            OnnxTensor now = graph.Number(i, OnnxType.Int64);
            (states, OnnxTensor[] results) = step(graph, states, [.. sequences.Select(sequence => sequence.At(now, axis: 1))]);
            made.Add([.. results.Select(result => result.Unsqueeze(1))]);
        }
        return (states, [.. made[0].Select((_, result) => OnnxOperations.Join(1, [.. made.Select(results => results[result])]))]);
    }
}
