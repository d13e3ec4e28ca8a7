using System.Collections.Immutable;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The network during training: each layer weights all steps at once, then runs the neurons over time.</summary>
internal sealed class SpikingNetworkModule : nn.Module<Tensor, SpikeRecording>
{
    private readonly ImmutableArray<LayerGeometry> _layers;
    private readonly List<Leaky> _neurons = [];

    /// <param name="layers">The layers; the last one is the output.</param>
    /// <param name="options">The options of the neurons.</param>
    /// <param name="outputReset">How a spike resets an output neuron's membrane.</param>
    /// <param name="generator">Draws the initial weights, so the global generator is not used.</param>
    public SpikingNetworkModule(ImmutableArray<LayerGeometry> layers, SpikingNetworkOptions options, ResetMechanism outputReset,
        Generator generator)
        : base(nameof(SpikingNetworkModule))
    {
        _layers = layers;
        for (int i = 0; i < layers.Length; i++)
        {
            // The same bounds as in torch's linear and convolutional layers.
            double bound = 1 / Math.Sqrt(layers[i].FanIn);
            register_parameter($"weight{i}", new Parameter(empty(layers[i].WeightShape).uniform_(-bound, bound, generator)));
            register_parameter($"bias{i}", new Parameter(empty(layers[i].Layer.Neurons).uniform_(-bound, bound, generator)));
            Leaky neurons = new(options.Beta, options.Threshold, options.Surrogate,
                i == layers.Length - 1 ? outputReset : options.Reset,
                options.LearnBeta, options.LearnThreshold);
            register_module($"neurons{i}", neurons);
            _neurons.Add(neurons);
        }
    }

    public ImmutableArray<LayerGeometry> Layers => _layers;

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
    /// <param name="states">The states of the layers' neurons, or null for zeros.</param>
    /// <param name="events">The spikes as events, if they have been found (<see cref="TakesEvents"/>).</param>
    public (SpikeRecording Output, ImmutableArray<NeuronState> States) Run(Tensor input,
        ImmutableArray<NeuronState>? states = null, InputEvents? events = null)
    {
        SpikeRecording recording = new(input, input);
        var last = ImmutableArray.CreateBuilder<NeuronState>(_layers.Length);
        for (int i = 0; i < _layers.Length; i++)
        {
            CheckAlive();
            (recording, NeuronState state) = _neurons[i].Run(Weigh(i, recording.Spikes, i == 0 ? events : null), states?[i]);
            last.Add(state);
            if (i < _layers.Length - 1)
                HiddenFired?.Invoke(recording.Spikes);
        }
        return (recording, last.MoveToImmutable());
    }

    /// <summary>Whether the first layer works on events.</summary>
    public bool TakesEvents => _layers[0].Layer.Kind == SpikingLayerKind.Dense;

    public Tensor Weight(int layer) => get_parameter($"weight{layer}")!;

    public Tensor Bias(int layer) => get_parameter($"bias{layer}")!;

    public Leaky Neurons(int layer) => _neurons[layer];

    /// <summary>The currents that spikes cause in a layer, both [numSteps, batch, ...].</summary>
    public Tensor Weigh(int layer, Tensor spikes, InputEvents? events = null)
    {
        long numSteps = spikes.size(0), batch = spikes.size(1);
        LayerGeometry geometry = _layers[layer];
        if (geometry.Layer.Kind == SpikingLayerKind.Dense)
            return EventLinear.Run(spikes.reshape(numSteps, batch, -1), Weight(layer), Bias(layer), events);
        Tensor images = spikes.reshape([numSteps * batch, .. geometry.Input.Select(dimension => (long)dimension)]);
        Tensor currents = nn.functional.conv2d(images, Weight(layer), Bias(layer), [geometry.Layer.Stride, geometry.Layer.Stride],
            [geometry.Padding, geometry.Padding]);
        return currents.unflatten(0, [numSteps, batch]);
    }
}
