using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Training;

/// <summary>Few digits, and a network that learns them fast.</summary>
internal static class Digits
{
    public static readonly SpikingNetworkOptions Quick = new()
    {
        Layers = [SpikingLayer.Dense(64)],
        Epochs = 8,
        BatchSize = 32,
        LearningRate = 3e-3,
        LearningRateDecay = 1,
        Seed = 1,
    };

    public static IDataView Train(MLContext context) => context.Data.LoadSampleDigits(400, seed: 1);

    public static IDataView Test(MLContext context) => context.Data.LoadSampleDigits(200, seed: 2);

    public static EstimatorChain<SpikingNetworkTransformer> Pipeline(
        MLContext context, SpikingNetworkOptions options, Action<SpikingEpoch>? epochFinished = null,
        CancellationToken cancellationToken = default) =>
        context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 10, Seed = 2 })
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork(
                options: options, epochFinished: epochFinished, cancellationToken: cancellationToken));
}
