using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.SnnTorchComparison;

/// <summary>SpikeML's side: the network that compare.py trains with snnTorch.</summary>
internal static class Comparison
{
    public static SpikingNetworkOptions Options { get; } = new()
    {
        Layers = [SpikingLayer.Dense(1000)],
        Beta = 0.95,
        Surrogate = Surrogate.FastSigmoid(25),
        FirstWeights = SpikingFirstWeights.Uniform,
        OutputReset = ResetMechanism.Subtract,
        LearningRate = 5e-4,
        LearningRateDecay = 1,
        BatchSize = 128,
    };

    /// <summary>Trains, and returns accuracy and times as JSON, as compare.py does.</summary>
    public static string Run(MLContext mlContext, IDataView train, IDataView test, int threads,
        SpikingNetworkOptions options)
    {
        List<double> cpuSeconds = [];
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        void TakeProcessorTime(SpikingEpoch epoch)
        {
            cpuSeconds.Add((Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            cpu = Environment.CpuUsage.TotalTime;
        }
        var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
            .Append(mlContext.MulticlassClassification.Trainers.SpikingNetwork(options: options,
                epochFinished: TakeProcessorTime));
        // After the trainer is made, which says how OpenMP's threads wait: libtorch reads that when it is loaded.
        TorchSharp.torch.set_num_threads(threads);
        TransformerChain<SpikingNetworkTransformer> model = pipeline.Fit(train);
        MulticlassClassificationMetrics metrics = mlContext.MulticlassClassification.Evaluate(model.Transform(test));
        IReadOnlyList<SpikingEpoch> history = model.LastTransformer.History;
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            library = "SpikeML",
            threads,
            seed = options.Seed,
            device = $"{options.Device}",
            batch = options.BatchSize,
            accuracy = metrics.MicroAccuracy,
            recall = metrics.ConfusionMatrix.PerClassRecall,
            losses = history.Select(epoch => epoch.Loss),
            seconds = history.Select(epoch => epoch.Duration.TotalSeconds),
            processor_seconds = cpuSeconds,
        });
    }
}
