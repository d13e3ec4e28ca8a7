namespace SpikeML.Torch;

/// <summary>
/// Writes a layer's neurons as a loop over time. Each step computes what <see cref="NeuronRun"/> does, operation by operation, so
/// equal currents give equal spikes and membranes.
/// </summary>
internal sealed class NeuronOnnx
{
    private readonly TrainedNeurons _neurons;
    private readonly LayerGeometry _geometry;
    private readonly OnnxGraph _graph;
    private readonly OnnxTensor _threshold;
    private readonly NeuronEquations _equations;
    private readonly OnnxTensor? _factor, _feedback;
    private readonly OnnxConnections? _recurrent;
    private readonly OnnxInhibition? _inhibition;
    private readonly OnnxQuantization? _quantization;

    private NeuronOnnx(TrainedNeurons neurons, LayerGeometry geometry, OnnxGraph graph)
    {
        (_neurons, _geometry, _graph) = (neurons, geometry, graph);
        _threshold = Constant(NeuronNames.Threshold)!;
        _equations = NeuronEquations.Of(neurons, _threshold, (IReadOnlyList<float> values) => Constant(values));
        (_factor, _feedback) = (Constant(NeuronNames.Factor), Constant(NeuronNames.Feedback));
        _recurrent = neurons.Recurrent is TrainedLayer recurrent ? new(recurrent, graph) : null;
        _inhibition = neurons.Model.Inhibition ? new(geometry, graph) : null;
        _quantization = neurons.Model.StateQuantization is StateQuantization levels ? new(levels, geometry, graph) : null;
    }

    private bool FeedsBack => _feedback is not null || _recurrent is not null;

    /// <summary>Writes the neurons of a layer.</summary>
    /// <param name="neurons">The neurons.</param>
    /// <param name="geometry">The layer.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="currents">Their input currents, [rows, steps, ...the layer's shape].</param>
    /// <param name="withMembranes">Whether the membranes are needed.</param>
    /// <returns>Their spikes and, if needed, their membranes, with the same dimensions.</returns>
    public static (OnnxTensor Spikes, OnnxTensor? Membranes) Write(TrainedNeurons neurons, LayerGeometry geometry, int numSteps,
        OnnxTensor currents, bool withMembranes)
    {
        NeuronOnnx written = new(neurons, geometry, currents.Graph);
        OnnxTensor zeros = Zeros(currents, geometry);
        OnnxTensor[] states = [.. Enumerable.Repeat(zeros, written._equations.States + (written.FeedsBack ? 1 : 0))];
        (_, OnnxTensor[] results) = currents.Graph.Loop(states, [currents], Step, geometry.Output.Length + 2, numSteps);
        return (results[0], withMembranes ? results[1] : null);

        (OnnxTensor[] States, OnnxTensor[] Results) Step(OnnxGraph graph, OnnxTensor[] before, OnnxTensor[] values)
        {
            (OnnxTensor[] after, OnnxTensor spikes) = written.Step(before, values[0]);
            return (after, withMembranes ? [spikes, after[0]] : [spikes]);
        }
    }

    private (OnnxTensor[] States, OnnxTensor Spikes) Step(OnnxTensor[] states, OnnxTensor current)
    {
        if (FeedsBack)
            current = FeedBack(current, states[^1]);
        OnnxTensor wereFired = states[0] > _threshold;
        OnnxTensor[] next = _equations.Advance(states, current, wereFired);
        if (_quantization is not null)
            next = [.. next.Select(_quantization.Quantize)];
        OnnxTensor spikes = (next[0] > _threshold).As(OnnxType.Single);
        if (_inhibition is not null)
            spikes = _inhibition.Inhibit(spikes, next[0] - _threshold);
        if (!_neurons.Model.ResetDelay)
            next[0] = ResetNow(next[0], spikes, wereFired);
        if (_factor is not null)
            spikes *= _factor;
        return (FeedsBack ? [.. next, spikes] : next, spikes);
    }

    private OnnxTensor FeedBack(OnnxTensor current, OnnxTensor spikes)
    {
        if (_feedback is not null)
            current += spikes * _feedback;
        return _recurrent is null ? current : current + _recurrent.Weigh(spikes);
    }

    private OnnxTensor ResetNow(OnnxTensor membrane, OnnxTensor spikes, OnnxTensor wereFired) => _neurons.Reset switch
    {
        ResetMechanism.Subtract => membrane - (spikes - wereFired.As(OnnxType.Single)) * _threshold,
        ResetMechanism.Zero => membrane - spikes * membrane,
        _ => membrane,
    };

    private OnnxTensor? Constant(string name) =>
        _neurons.Model.Constants.TryGetValue(name, out NeuronConstant? constant) ? Constant(constant.Values) : null;

    /// <summary>A constant of all neurons, or of each neuron or channel.</summary>
    private OnnxTensor Constant(IReadOnlyList<float> values) => values.Count == 1 ? _graph.Number(values[0], OnnxType.Single)
        : _graph.Constant([.. values], _geometry.IsImage ? [values.Count, 1, 1] : [values.Count]);

    /// <summary>What the neurons start from, [rows, ...the layer's shape].</summary>
    private static OnnxTensor Zeros(OnnxTensor currents, LayerGeometry geometry)
    {
        OnnxGraph graph = currents.Graph;
        OnnxTensor rows = graph.Add("Shape", [currents], OnnxType.Int64).Slice(0, 0, 1);
        OnnxTensor shape = graph.Constant([.. LayerOnnx.Sizes(geometry.Output)], geometry.Output.Length);
        return graph.Add("ConstantOfShape", [OnnxOperations.Join(0, rows, shape)], OnnxType.Single);
    }
}
