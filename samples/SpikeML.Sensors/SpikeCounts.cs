using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>How often each axis spikes within a window: with what strength and how fast it moves.</summary>
internal static class SpikeCounts
{
    // A small threshold counts every tremor, a large one only what is strong.
    private static readonly double[] Thresholds = [0.05, 0.1, 0.2, 0.4];

    /// <summary>The threshold that Fit finds, the one whose spikes tell most of the signal.</summary>
    public static IEstimator<ITransformer> OfFittedThreshold(MLContext context) =>
        context.Transforms.Spikes.EncodeStepForward("Spikes", "Signal")
            .Append(context.Transforms.Spikes.ReadOutCount("Features", "Spikes"));

    public static EstimatorChain<ITransformer> OfFourThresholds(MLContext context)
    {
        EstimatorChain<ITransformer> chain = new();
        foreach (double threshold in Thresholds)
            chain = chain.Append<ITransformer>(context.Transforms.Spikes.EncodeStepForward($"Spikes{threshold}", "Signal",
                new() { Threshold = threshold }))
                .Append<ITransformer>(context.Transforms.Spikes.ReadOutCount($"Count{threshold}", $"Spikes{threshold}"));
        return chain.Append<ITransformer>(context.Transforms.Concatenate("Features",
            [.. Thresholds.Select(threshold => $"Count{threshold}")]));
    }
}
