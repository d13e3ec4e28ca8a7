using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The network during training: each layer weights all steps at once, then runs the neurons over time.</summary>
internal sealed class SpikingNetworkModule : nn.Module<Tensor, SpikeRecording>
{
    private readonly ImmutableArray<LayerGeometry> _layers;
    private readonly List<(NeuronModel Model, SpikingNeuron Neurons)?> _neurons = [];
    private readonly Dictionary<int, CurrentNormalization> _normalizations = [];
    private readonly Generator _generator;
    private readonly int? _numSteps;

    /// <param name="layers">The layers; the last one is the output.</param>
    /// <param name="options">The options of the neurons.</param>
    /// <param name="outputReset">How a spike resets an output neuron's membrane.</param>
    /// <param name="generator">
    /// Draws the initial weights and what dropout leaves out, so the global generator is not used.
    /// </param>
    /// <param name="numSteps">The number of steps, which layers with batch normalisation through time need.</param>
    public SpikingNetworkModule(ImmutableArray<LayerGeometry> layers, SpikingNetworkOptions options, ResetMechanism outputReset,
        Generator generator, int? numSteps = null)
        : base(nameof(SpikingNetworkModule))
    {
        (_layers, _generator, _numSteps) = (layers, generator, numSteps);
        for (int i = 0; i < layers.Length; i++)
        {
            if (layers[i].Layer.HasNeurons)
                AddNeurons(i, options, outputReset);
            else
                _neurons.Add(null);
        }
    }

    public ImmutableArray<LayerGeometry> Layers => _layers;

    /// <summary>The step of the first spikes that are run, where a row is run in parts.</summary>
    public long FirstStep { get; set; }

    /// <summary>Throws if training has been cancelled; called before each layer.</summary>
    public Action CheckAlive { get; set; } = () => { };

    /// <summary>Called with the spikes of each hidden layer, [numSteps, batch, ...], or null.</summary>
    public Action<Tensor>? HiddenFired { get; set; }

    /// <param name="input">The spikes, [numSteps, batch, ...].</param>
    public override SpikeRecording forward(Tensor input) => Run(input).Output;

    /// <summary>
    /// Runs all steps from the states of the layers, or from zeros, and returns the states after the last step.
    /// </summary>
    /// <param name="input">The spikes, [numSteps, batch, ...].</param>
    /// <param name="states">
    /// The states of the layers' neurons, without tensors for layers without neurons, or null for zeros.
    /// </param>
    public (SpikeRecording Output, ImmutableArray<NeuronState> States) Run(Tensor input,
        ImmutableArray<NeuronState>? states = null) => Run(state => RunLayer(0, input, state), states);

    /// <summary>
    /// The same from events (<see cref="TakesEvents"/>). Where the first two layers run in one pass, the first has no state.
    /// </summary>
    public (SpikeRecording Output, ImmutableArray<NeuronState> States) Run(InputEvents events,
        ImmutableArray<NeuronState>? states = null)
    {
        if (states is null && WeighThrough(events) is Tensor currents)
            return Run(state => Neurons(1).Run(currents, state), states, first: 1);
        return Run(state => Neurons(0).Run(Weigh(0, events), state), states);
    }

    /// <summary>The currents of the second layer in one pass with the first, or null where that is not possible.</summary>
    private Tensor? WeighThrough(InputEvents events)
    {
        if (_layers.Length == 1 || HiddenFired is not null || Normalization(0) is not null || Normalization(1) is not null
            || _layers[1].Layer.Kind != SpikingLayerKind.Dense || !EventLayers.Fits(Bias(0).size(0), Bias(1).size(0)))
            return null;
        LeakyConstants? constants = (Neurons(0) as Leaky)?.ConstantsBehind(Weight(0));
        return constants is null ? null : EventLayers.Run(events, Weight(0), Bias(0), Weight(1), Bias(1), constants);
    }

    /// <summary>Runs the layers from the first one; those before it have no state.</summary>
    private (SpikeRecording Output, ImmutableArray<NeuronState> States) Run(
        Func<NeuronState?, (SpikeRecording, NeuronState)> run, ImmutableArray<NeuronState>? states, int first = 0)
    {
        SpikeRecording recording = default;
        var last = ImmutableArray.CreateBuilder<NeuronState>(_layers.Length);
        last.AddRange(Enumerable.Repeat(new NeuronState([]), first));
        for (int i = first; i < _layers.Length; i++)
        {
            CheckAlive();
            (recording, NeuronState state) = i == first ? run(states?[i]) : RunLayer(i, recording.Spikes, states?[i]);
            last.Add(state);
            if (i < _layers.Length - 1 && _layers[i].Layer.HasNeurons)
                HiddenFired?.Invoke(recording.Spikes);
        }
        return (recording, last.MoveToImmutable());
    }

    /// <summary>Whether the first layer works on events.</summary>
    public bool TakesEvents => _layers[0].Layer.Kind == SpikingLayerKind.Dense;

    /// <summary>Runs all steps of a layer. A layer without neurons has no membranes, and returns its values twice.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="spikes">The spikes of the previous layer, [numSteps, batch, ...].</param>
    /// <param name="state">The state of its neurons, or null for zeros.</param>
    public (SpikeRecording Recording, NeuronState State) RunLayer(int layer, Tensor spikes, NeuronState? state = null)
    {
        if (_neurons[layer] is var (_, neurons))
            return neurons.Run(Weigh(layer, spikes), state);
        Tensor values = _layers[layer].Layer.Kind == SpikingLayerKind.Dropout
            ? Drop(spikes, _layers[layer].Layer.DropoutRate) : Pool(_layers[layer], spikes);
        return (new(values, values), new NeuronState([]));
    }

    public Tensor Weight(int layer) => get_parameter($"weight{layer}")!;

    public Tensor Bias(int layer) => get_parameter($"bias{layer}")!;

    public SpikingNeuron Neurons(int layer) => _neurons[layer]!.Value.Neurons;

    public NeuronModel Model(int layer) => _neurons[layer]!.Value.Model;

    /// <summary>The batch normalisation of a layer's currents, or null.</summary>
    public CurrentNormalization? Normalization(int layer) => _normalizations.GetValueOrDefault(layer);

    /// <summary>The feedback of a layer to itself, or null.</summary>
    public RecurrentConnections? Recurrent(int layer) =>
        Neurons(layer).named_children().Select(child => child.module).OfType<RecurrentConnections>().SingleOrDefault();

    /// <summary>
    /// Multiplies the currents without the bias by a factor per neuron or channel: the weights, or the scale of batch
    /// normalisation.
    /// </summary>
    public void ScaleCurrents(int layer, Tensor factor)
    {
        if (Normalization(layer) is CurrentNormalization normalization)
            normalization.Scale.mul_(factor);
        else
            Weight(layer).mul_(_layers[layer].IsImage ? factor.view(-1, 1, 1, 1) : factor);
    }

    /// <summary>The currents that spikes cause in a layer, both [numSteps, batch, ...].</summary>
    public Tensor Weigh(int layer, Tensor spikes) =>
        Normalized(layer, bias => Weigh(_layers[layer], Weight(layer), bias, spikes));

    /// <summary>The currents that events cause in a dense layer, [numSteps, batch, neurons].</summary>
    public Tensor Weigh(int layer, InputEvents events) =>
        Normalized(layer, bias => EventLinear.Run(events, Weight(layer), bias));

    /// <summary>Batch normalisation of a layer, if it has any, has the bias after it.</summary>
    private Tensor Normalized(int layer, Func<Tensor, Tensor> currentsWith) => Normalization(layer) is { } normalization
        ? normalization.Run(currentsWith(zeros_like(Bias(layer))), Bias(layer), FirstStep) : currentsWith(Bias(layer));

    private static Tensor Weigh(LayerGeometry geometry, Tensor weight, Tensor bias, Tensor spikes)
    {
        long numSteps = spikes.size(0), batch = spikes.size(1);
        if (geometry.Layer.Kind == SpikingLayerKind.Dense)
            return EventLinear.Run(spikes.reshape(numSteps, batch, -1), weight, bias);
        Tensor currents = nn.functional.conv2d(Images(geometry, spikes), weight, bias,
            [geometry.Layer.Stride, geometry.Layer.Stride], [geometry.Padding, geometry.Padding]);
        return currents.unflatten(0, [numSteps, batch]);
    }

    private static Tensor Pool(LayerGeometry geometry, Tensor spikes)
    {
        long size = geometry.Layer.KernelSize;
        Tensor images = Images(geometry, spikes), pooled = geometry.Layer.Kind == SpikingLayerKind.MaxPooling
            ? nn.functional.max_pool2d(images, [size, size]) : nn.functional.avg_pool2d(images, [size, size]);
        return pooled.unflatten(0, [spikes.size(0), spikes.size(1)]);
    }

    /// <summary>Leaves spikes out where gradients are computed, which is in training only.</summary>
    private Tensor Drop(Tensor spikes, double rate)
    {
        if (rate == 0 || !training || !is_grad_enabled())
            return spikes;
        Tensor kept = rand(spikes.shape, generator: _generator).IsAtLeast(rate).to(ScalarType.Float32).Over(1 - rate);
        return spikes * kept.to(spikes.device);
    }

    private static Tensor Images(LayerGeometry geometry, Tensor spikes) =>
        spikes.reshape([spikes.size(0) * spikes.size(1), .. geometry.Input.Select(dimension => (long)dimension)]);

    private void AddNeurons(int index, SpikingNetworkOptions options, ResetMechanism outputReset)
    {
        LayerGeometry layer = _layers[index];
        // The same bounds as in torch's linear and convolutional layers.
        double bound = 1 / Math.Sqrt(layer.FanIn);
        register_parameter($"weight{index}", new Parameter(empty(layer.WeightShape).uniform_(-bound, bound, _generator)));
        register_parameter($"bias{index}", new Parameter(empty(layer.Layer.Neurons).uniform_(-bound, bound, _generator)));
        if (layer.Layer.IsNormalized)
            register_module($"normalization{index}", _normalizations[index] = new CurrentNormalization(layer.Layer.Neurons,
                layer.Layer.BatchNormalizationThroughTime ? _numSteps!.Value : null));
        NeuronModel model = layer.Layer.NeuronModel ?? options.LeakyModel;
        ResetMechanism reset = model.Reset ?? (index == _layers.Length - 1 ? outputReset
            : model.Kind == NeuronKind.Alpha ? ResetMechanism.Zero : options.Reset);
        SpikingNeuron neurons = NeuronModules.Create(model, layer, options.Surrogate, reset, _generator);
        register_module($"neurons{index}", neurons);
        _neurons.Add((model, neurons));
    }
}
