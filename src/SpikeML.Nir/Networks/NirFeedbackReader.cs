using System.Collections.Immutable;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>The way back from neurons to themselves, as the trainers have it.</summary>
/// <param name="Model">The neurons' model, with the weight of a neuron's own spikes if that is all.</param>
/// <param name="Weights">The weights to the entire layer; empty if there are none.</param>
/// <param name="Bias">The biases of these.</param>
internal sealed record NirFeedbackReader(NeuronModel Model, ImmutableArray<float> Weights, ImmutableArray<float> Bias)
{
    /// <summary>Reads feedback.</summary>
    /// <exception cref="NotTrainableException">The trainers have no such feedback.</exception>
    public static NirFeedbackReader Of(string name, NeuronModel model, NirNode? back, SpikingLayer layer, float[] gain)
    {
        if (back is null || model.Constants.ContainsKey(NeuronNames.Feedback))
            return new(model, [], []);
        (NirArray weight, NirArray? bias) = back switch
        {
            NirAffine affine => (affine.Weight, (NirArray?)affine.Bias),
            NirLinear linear => (linear.Weight, null),
            NirConv2d conv when NirLayerReader.Convolution(name, conv) is { Stride: 1 } same
                && same.KernelSize == layer.KernelSize => (conv.Weight, conv.Bias),
            NirScale scale => (scale.Scale, null),
            _ => throw new NotTrainableException($"the feedback to '{name}' is a {back.Type} node of another form"),
        };
        if (back is NirScale)
            return new(WithWeight(name, model, new(weight.Shape), weight, gain), [], []);
        int fanIn = weight.Size / weight.Shape[0];
        return new(model, NirLayerReader.Scaled([.. weight.ToSingles()], gain, fanIn),
            NirLayerReader.Scaled([.. bias?.ToSingles() ?? new float[weight.Shape[0]]], gain, 1));
    }

    private static NeuronModel WithWeight(string name, NeuronModel model, NirNeuronShape shape, NirArray weight, float[] gain)
    {
        float[] each = shape.Constant(weight.ToSingles())
            ?? throw new NotTrainableException($"the feedback to '{name}' differs within a channel");
        if (gain is not [1f])
            throw new NotTrainableException($"the input of '{name}' is scaled, and so is its feedback");
        Dictionary<string, NeuronConstant> constants = new(model.Constants)
        {
            [NeuronNames.Feedback] = each is [float one] ? one : each,
        };
        return NeuronModel.Of(model.Kind, constants, model.Reset, model.Inhibition, model.ResetDelay);
    }
}
