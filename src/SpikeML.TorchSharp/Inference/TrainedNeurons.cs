namespace SpikeML.Torch;

/// <summary>The neurons of a layer for prediction: immutable.</summary>
internal sealed class TrainedNeurons
{
    /// <param name="model">The model with trained constants and a reset.</param>
    /// <param name="recurrent">The weights of feedback to the entire layer, if the model has it.</param>
    public TrainedNeurons(NeuronModel model, TrainedLayer? recurrent = null)
    {
        (Model, Recurrent) = (model, recurrent);
        bool isShared = model.Constants.Values.All(constant => constant.Values.Count == 1);
        IsPlain = model is { Kind: NeuronKind.Leaky, Inhibition: false, ResetDelay: true, StateQuantization: null }
            && isShared
            && !model.Constants.ContainsKey(NeuronNames.Factor);
    }

    public NeuronModel Model { get; }

    public TrainedLayer? Recurrent { get; }

    /// <summary>Whether these are leaky neurons that share their constants and fire spikes of 1.</summary>
    public bool IsPlain { get; }

    public ResetMechanism Reset => Model.Reset!.Value;

    /// <summary>A constant of all neurons.</summary>
    public float Single(string name) => Model.Constants[name].Values[0];

    /// <summary>A constant of a number of neurons, where those of a convolution's channels repeat.</summary>
    public NeuronValues Each(string name, int neurons) => Each(Model.Constants[name].Values, neurons);

    /// <summary>Same, of given values: one for all, or one for each neuron or channel.</summary>
    public static NeuronValues Each(IReadOnlyList<float> values, int neurons) =>
        new(values.Count == 1 ? [values[0]] : [.. Enumerable.Range(0, neurons).Select(i => values[i % values.Count])]);
}
