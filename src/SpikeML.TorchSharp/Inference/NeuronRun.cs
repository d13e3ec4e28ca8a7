namespace SpikeML.Torch;

/// <summary>
/// The state of a layer's neurons while a row is processed. <see cref="SpikingNeuron"/> does the same with tensors.
/// </summary>
internal abstract class NeuronRun
{
    private readonly float[] _spikes, _membranes;
    private readonly bool[] _wereFired;
    private readonly NeuronValues _thresholds, _factors, _feedback;
    private readonly bool _isGraded, _feedsBack;

    protected NeuronRun(TrainedNeurons neurons, int count)
    {
        Neurons = neurons;
        (_spikes, _membranes, _wereFired) = (new float[count], new float[count], new bool[count]);
        _thresholds = neurons.Each(NeuronNames.Threshold, count);
        (_isGraded, _feedsBack) = (neurons.Model.Constants.ContainsKey(NeuronNames.Factor),
            neurons.Model.Constants.ContainsKey(NeuronNames.Feedback));
        _factors = _isGraded ? neurons.Each(NeuronNames.Factor, count) : new([1]);
        _feedback = _feedsBack ? neurons.Each(NeuronNames.Feedback, count) : new([0]);
    }

    /// <summary>The neurons' values: the spikes of the last step, 0 or the value of a spike.</summary>
    public ReadOnlySpan<float> Spikes => _spikes;

    /// <summary>The membranes after the last step.</summary>
    public ReadOnlySpan<float> Membranes => _membranes;

    protected TrainedNeurons Neurons { get; }

    public static NeuronRun Of(TrainedNeurons neurons, int count) => neurons.Model.Kind switch
    {
        NeuronKind.Synaptic or NeuronKind.RSynaptic => new SynapticRun(neurons, count),
        NeuronKind.Alpha => new AlphaRun(neurons, count),
        _ => new MembraneRun(neurons, count),
    };

    /// <summary>Starts a row.</summary>
    public virtual void Reset()
    {
        Array.Clear(_spikes);
        Array.Clear(_membranes);
    }

    /// <summary>Runs a step.</summary>
    /// <param name="currents">The input currents, to which feedback is added.</param>
    public void Step(Span<float> currents)
    {
        FeedBack(currents);
        for (int i = 0; i < _membranes.Length; i++)
            _wereFired[i] = _membranes[i] > _thresholds[i];
        Advance(currents, _membranes, _wereFired);
        if (Neurons.Model.StateQuantization is StateQuantization levels)
            Quantize(levels);
        Fire();
        if (!Neurons.Model.ResetDelay)
            ResetNow();
        for (int i = 0; _isGraded && i < _spikes.Length; i++)
            _spikes[i] *= _factors[i];
    }

    /// <summary>Advances the membranes.</summary>
    /// <param name="currents">The input currents.</param>
    /// <param name="membranes">The membranes.</param>
    /// <param name="wereFired">Which neurons were above their threshold after the previous step.</param>
    protected abstract void Advance(ReadOnlySpan<float> currents, Span<float> membranes, ReadOnlySpan<bool> wereFired);

    /// <summary>Moves the state to the nearest levels: the membranes and, of other models, the currents.</summary>
    protected virtual void Quantize(StateQuantization levels) => levels.Quantize(_membranes.AsSpan());

    /// <summary>The delayed reset of models whose membrane follows one formula.</summary>
    protected float ResetFrom(int neuron, float next, bool wasFired) => !wasFired ? next : Neurons.Reset switch
    {
        ResetMechanism.Subtract => next - _thresholds[neuron],
        ResetMechanism.Zero => 0,
        _ => next,
    };

    protected float Threshold(int neuron) => _thresholds[neuron];

    private void FeedBack(Span<float> currents)
    {
        for (int i = 0; _feedsBack && i < currents.Length; i++)
            currents[i] += _spikes[i] * _feedback[i];
        if (Neurons.Recurrent is not TrainedLayer recurrent)
            return;
        for (int start = 0; start < currents.Length; start += recurrent.Bias.Length)
            Weighting.Add(recurrent.Bias, 1, currents.Slice(start, recurrent.Bias.Length));
        for (int i = 0; i < _spikes.Length; i++)
        {
            if (_spikes[i] != 0)
                recurrent.Receive(i, _spikes[i], currents);
        }
    }

    private void Fire()
    {
        int strongest = 0;
        for (int i = 0; i < _membranes.Length; i++)
        {
            _spikes[i] = _membranes[i] > _thresholds[i] ? 1 : 0;
            if (_membranes[i] - _thresholds[i] > _membranes[strongest] - _thresholds[strongest])
                strongest = i;
        }
        if (!Neurons.Model.Inhibition)
            return;
        float winner = _spikes[strongest];
        Array.Clear(_spikes);
        _spikes[strongest] = winner;
    }

    private void ResetNow()
    {
        for (int i = 0; i < _membranes.Length; i++)
        {
            if (Neurons.Reset == ResetMechanism.Subtract)
                _membranes[i] -= (_spikes[i] - (_wereFired[i] ? 1 : 0)) * _thresholds[i];
            else if (Neurons.Reset == ResetMechanism.Zero)
                _membranes[i] -= _spikes[i] * _membranes[i];
        }
    }
}
