using System.Collections.Immutable;

namespace SpikeML.Torch;

/// <summary>Checks of given layers; errors name the layer.</summary>
internal static class GivenCheck
{
    public static void Layer(LayerGeometry geometry, string name, SpikingLayerWeights given)
    {
        string? fault = given.Layer.Fault();
        Require(fault is null, $"{name} {fault}.");
        Require(!given.Layer.BatchNormalization,
            $"{name} must have its batch normalisation in the weights: BatchNormalization must be false.");
        bool hasNeurons = given.Layer.HasNeurons;
        Weights(name, "weights", hasNeurons ? geometry.FanIn : 0, given.Layer.Neurons, given.Weights, given.Bias);
        bool feedsBack = given.Layer.NeuronModel is { AllToAll: true };
        Weights(name, "recurrent weights", feedsBack ? geometry.Recurrent.FanIn : 0, feedsBack ? given.Layer.Neurons : 0,
            given.RecurrentWeights, given.RecurrentBias);
        StepScaling(name, given);
    }

    /// <summary>The model of a layer's neurons, with a reset.</summary>
    public static NeuronModel ModelOf(string name, SpikingLayerWeights given)
    {
        if (given.Layer.NeuronModel is NeuronModel model)
        {
            Require((given.Beta, given.Threshold, given.Reset) is (null, null, null),
                $"{name} has a NeuronModel, so Beta, Threshold and Reset must be null.");
            return NeuronModel.Of(model.Kind, model.Constants,
                model.Reset ?? (model.Kind == NeuronKind.Alpha ? ResetMechanism.Zero : ResetMechanism.Subtract),
                model.Inhibition, model.ResetDelay, model.StateQuantization);
        }
        (double threshold, ResetMechanism reset) = (given.Threshold ?? 1, given.Reset ?? ResetMechanism.Subtract);
        Require(given.Beta is not null, $"{name} needs a Beta, or a NeuronModel.");
        Require(given.Beta is >= 0 and <= 1, $"{name}: Beta must be 0 to 1, got {given.Beta}.");
        Require(float.IsFinite((float)threshold), $"{name}: Threshold must be a finite number, got {threshold}.");
        Require(Enum.IsDefined(reset), $"{name}: Reset must be one of the reset mechanisms, got {reset}.");
        return NeuronModel.Leaky(given.Beta!.Value, threshold, reset: reset);
    }

    public static void Require(bool isValid, string message)
    {
        if (!isValid)
            throw new ArgumentException(message);
    }

    private static void Weights(string name, string what, int fanIn, int neurons, ImmutableArray<float> weights,
        ImmutableArray<float> bias)
    {
        long count = (long)fanIn * neurons;
        string each = count == 0 ? "" : $", {fanIn} for each of its {neurons}";
        Require(Length(weights) == count, $"{name} needs {count} {what}{each}, got {Length(weights)}.");
        Require(Length(bias) == neurons, $"{name} needs {neurons} {what.Replace("weights", "biases", StringComparison.Ordinal)}, "
            + $"got {Length(bias)}.");
        Require(count == 0 || (weights.All(float.IsFinite) && bias.All(float.IsFinite)),
            $"{name} has {what} that are not finite numbers.");
    }

    private static void StepScaling(string name, SpikingLayerWeights given)
    {
        (int scales, int biases) = (Length(given.StepScales), Length(given.StepBiases));
        bool isThroughTime = given.Layer.BatchNormalizationThroughTime;
        Require(isThroughTime || (scales, biases) == (0, 0),
            $"{name} has StepScales or StepBiases, so its BatchNormalizationThroughTime must be true.");
        if (!isThroughTime)
            return;
        Require(scales > 0 && scales % given.Layer.Neurons == 0 && biases == scales, $"{name} needs {given.Layer.Neurons} "
            + $"StepScales and as many StepBiases for each step, got {scales} and {biases}.");
        Require(given.StepScales.All(float.IsFinite) && given.StepBiases.All(float.IsFinite),
            $"{name} has StepScales or StepBiases that are not finite numbers.");
    }

    private static int Length(ImmutableArray<float> values) => values.IsDefault ? 0 : values.Length;
}
