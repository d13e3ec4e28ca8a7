namespace SpikeML.Torch;

/// <summary>A layer while a row is processed: its currents, its neurons or its pooled values.</summary>
internal sealed class LayerRun
{
    private readonly TrainedLayer _layer;
    private readonly float[] _currents, _plainMembranes, _plainSpikes;
    private readonly NeuronRun? _neurons;
    private readonly PoolingRun? _pooling;
    private readonly float _beta, _threshold;
    private int _step;

    public LayerRun(TrainedLayer layer)
    {
        _layer = layer;
        int count = layer.Geometry.OutputCount;
        _currents = layer.Neurons is null ? [] : new float[count];
        bool isPlain = layer.Neurons is { IsPlain: true };
        (_plainMembranes, _plainSpikes) = isPlain ? (new float[count], new float[count]) : ([], []);
        if (isPlain)
            (_beta, _threshold) = (layer.Neurons!.Single(NeuronNames.Beta), layer.Neurons.Single(NeuronNames.Threshold));
        else if (layer.Neurons is TrainedNeurons neurons)
            _neurons = NeuronRun.Of(neurons, count);
        else
            _pooling = new PoolingRun(layer);
    }

    /// <summary>The values that the next layer receives, in the order of <see cref="TrainedLayer"/>.</summary>
    public ReadOnlySpan<float> Spikes => _neurons is not null ? _neurons.Spikes : _pooling is not null ? _pooling.Values
        : _plainSpikes;

    /// <summary>The membranes after the last step; for pooling, its values.</summary>
    public ReadOnlySpan<float> Membranes => _neurons is not null ? _neurons.Membranes
        : _pooling is not null ? _pooling.Values : _plainMembranes;

    /// <summary>Starts a row.</summary>
    public void Reset()
    {
        _step = 0;
        Array.Clear(_plainMembranes);
        _neurons?.Reset();
    }

    /// <summary>Starts a step.</summary>
    public void Begin()
    {
        _pooling?.Begin();
        if (_pooling is null)
            _layer.Begin(_currents);
    }

    /// <summary>Adds a spike of the previous layer.</summary>
    public void Receive(int neuron, float value)
    {
        if (_pooling is not null)
            _pooling.Receive(neuron, value);
        else
            _layer.Receive(neuron, value, _currents);
    }

    /// <summary>Ends a step: the neurons integrate and fire.</summary>
    public void End()
    {
        _layer.StepScaling?.Apply(_currents, _step++);
        if (_pooling is not null)
        {
            _pooling.End();
        }
        else if (_neurons is not null)
        {
            _neurons.Step(_currents);
        }
        else
        {
            LeakyStep.Advance(_plainMembranes, _currents, _plainMembranes, _beta, _threshold, _layer.Neurons!.Reset);
            LeakyStep.Fire(_plainMembranes, _plainSpikes, _threshold);
        }
    }
}
