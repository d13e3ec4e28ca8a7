using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Sensors;

/// <summary>Features without spikes: the mean and standard deviation of each axis over the window.</summary>
internal sealed class WindowStatistics(MLContext context)
{
    public IEstimator<ITransformer> Estimator => context.Transforms.CustomMapping<Input, Output>(Measure, contractName: null);

    private static void Measure(Input window, Output statistics)
    {
        statistics.Features = new float[6];
        for (int axis = 0; axis < 3; axis++)
        {
            float[] values = [.. Enumerable.Range(0, Window.NumSteps).Select(step => window.Signal[3 * step + axis])];
            float mean = values.Average();
            statistics.Features[axis] = mean;
            statistics.Features[3 + axis] = MathF.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        }
    }

    private sealed class Input
    {
        [VectorType(Window.NumSteps, 3)]
        public float[] Signal { get; set; } = [];
    }

    private sealed class Output
    {
        [VectorType(6)]
        public float[] Features { get; set; } = [];
    }
}
