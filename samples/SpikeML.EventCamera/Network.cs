using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.EventCamera;

/// <summary>One pipeline from events to classes: filters, steps of 20 ms, a spiking network.</summary>
internal static class Network
{
    private const int NumSteps = 15;

    /// <summary>Everything up to the spikes, for pictures too.</summary>
    public static IEstimator<ITransformer> Spikes(MLContext context) =>
        context.Transforms.Events.Denoise("Clean", "Events", new() { Height = MovingDigits.Side, Width = MovingDigits.Side })
            .Append(context.Transforms.Events.Resize("Small", "Clean", new() { TargetHeight = 17, TargetWidth = 17 }))
            .Append(context.Transforms.Events.ToSpikes("Spikes", "Small", new()
            {
                NumSteps = NumSteps,
                StepDuration = MovingDigits.Duration / NumSteps,
                Start = 0,
                Value = EventValue.AtMostOne,
            }));

    public static ITransformer Train(MLContext context, IDataView data, int epochs)
    {
        SpikingNetworkOptions options = new() { Epochs = epochs, Layers = [SpikingLayer.Dense(128)] };
        void Tell(SpikingEpoch epoch) =>
            Console.WriteLine($"  epoch {epoch.Epoch,2}: loss {epoch.Loss:F3}, accuracy {epoch.Accuracy:P1}");
        return Spikes(context)
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes", options, Tell))
            .Fit(data);
    }
}
