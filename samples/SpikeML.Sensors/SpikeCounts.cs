using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>The number of spikes of each axis in a window, which depends on the strength and speed of motion.</summary>
internal static class SpikeCounts
{
    // A small threshold counts every tremor, a large one only strong motion.
    private static readonly double[] Thresholds = [0.05, 0.1, 0.2, 0.4];

    /// <summary>The fitted threshold, whose spikes restore the signal best.</summary>
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
