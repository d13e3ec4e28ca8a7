using System.Numerics;

namespace SpikeML.Nir.Tests.Running;

/// <summary>
/// A graph step by step through the format's equations, value by value, in loops as plain as can be. Nodes run in the order in
/// which they are listed; an edge from a node that is listed later passes on the value of the step before.
/// </summary>
/// <typeparam name="T">The precision.</typeparam>
internal sealed class PlainWalk<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private readonly NirGraph _graph;
    private readonly double _timeStep;
    private readonly bool _delayedSynapses;
    private readonly Dictionary<string, PlainWalk<T>> _inner = [];
    private readonly Dictionary<string, T[]> _membranes = [], _currents = [];
    private readonly Dictionary<string, T[]> _resting = [];

    public PlainWalk(NirGraph graph, double timeStep = 1e-4, bool delayedSynapses = false)
    {
        (_graph, _timeStep, _delayedSynapses) = (graph, timeStep, delayedSynapses);
        foreach ((string name, NirNode node) in graph.Nodes)
        {
            if (node is NirGraph inner)
                _inner[name] = new(inner, timeStep, delayedSynapses);
            _membranes[name] = new T[graph.OutputShape(name)!.Size];
            _currents[name] = new T[graph.OutputShape(name)!.Size];
            Outputs[name] = [];
            Membranes[name] = [];
            _resting[name] = new T[graph.OutputShape(name)!.Size];
        }
        foreach ((string name, NirNode node) in graph.Nodes)
            _resting[name] = Rest(name, node);
    }

    /// <summary>What each node put out at each step; nodes of a nested graph are "outer/inner".</summary>
    public Dictionary<string, List<T[]>> Outputs { get; } = [];

    /// <summary>The membranes after each step; of other nodes, what they put out.</summary>
    public Dictionary<string, List<T[]>> Membranes { get; } = [];

    /// <summary>Runs a step and returns what the graph puts out.</summary>
    public T[] Step(T[] input)
    {
        string last = "";
        foreach ((string name, NirNode node) in _graph.Nodes)
        {
            last = node is NirOutput ? name : last;
            T[] values = node is NirInput ? input
                : node is NirDelay delay ? Delayed(name, delay) : Compute(name, node, Sum(name));
            Outputs[name].Add(values);
            Membranes[name].Add(node is NirLif or NirIf or NirCubaLif ? [.. _membranes[name]] : values);
        }
        return Outputs[last][^1];
    }

    /// <summary>All nodes, those of nested graphs too.</summary>
    public IEnumerable<(string Name, List<T[]> Outputs, List<T[]> Membranes)> All() => _graph.Nodes.SelectMany(node =>
        node.Value is NirGraph ? _inner[node.Key].All().Select(inner => ($"{node.Key}/{inner.Name}", inner.Outputs,
            inner.Membranes)) : [(node.Key, Outputs[node.Key], Membranes[node.Key])]);

    private T[] Sum(string name)
    {
        T[] sum = new T[_graph.InputShape(name)!.Size];
        int step = Outputs[name].Count;
        foreach (NirEdge edge in _graph.Edges.Where(edge => edge.To == name))
        {
            // A node that is listed later has not put out its value of this step.
            T[] values = Outputs[edge.From].Count > step ? Outputs[edge.From][step]
                : step > 0 ? Outputs[edge.From][step - 1] : _resting[edge.From];
            for (int i = 0; i < sum.Length; i++)
                sum[i] += values[i];
        }
        return sum;
    }

    private T[] Delayed(string name, NirDelay delay)
    {
        T[] values = new T[delay.Delay.Size];
        for (int i = 0; i < values.Length; i++)
        {
            int then = Outputs[name].Count - (int)Math.Round(delay.Delay[i] / _timeStep);
            if (then < 0)
                continue;
            foreach (NirEdge edge in _graph.Edges.Where(edge => edge.To == name))
                values[i] += Outputs[edge.From][then][i];
        }
        return values;
    }

    // Before the first step, neurons and delays are silent; other nodes put out what follows from that.
    private T[] Rest(string name, NirNode node)
    {
        if (node is NirInput or NirDelay or NirLif or NirIf or NirLi or NirI or NirCubaLif or NirCubaLi)
            return _resting[name];
        T[] sum = new T[_graph.InputShape(name)!.Size];
        foreach (NirEdge edge in _graph.Edges.Where(edge => edge.To == name))
        {
            for (int i = 0; i < sum.Length; i++)
                sum[i] += _resting[edge.From][i];
        }
        return node is NirGraph ? _inner[name]._resting[_inner[name]._graph.Nodes.First(inner => inner.Value is NirOutput).Key]
            : Compute(name, node, sum);
    }

    private T[] Compute(string name, NirNode node, T[] input) => node switch
    {
        NirGraph => _inner[name].Step(input),
        NirOutput or NirFlatten => input,
        NirAffine affine => Weighted(affine.Weight, affine.Bias, input),
        NirLinear linear => Weighted(linear.Weight, NirArray.Filled(0f, [linear.Weight.Shape[0]]), input),
        NirConv1d conv => PlainWindows.Convolve(input, [.. _graph.InputShape(name)!.Take(1), 1, _graph.InputShape(name)![1]],
            [.. _graph.OutputShape(name)!.Take(1), 1, _graph.OutputShape(name)![1]], conv.Weight, conv.Bias, (1, conv.Stride),
            (1, conv.Dilation), (0, PlainWindows.Before(conv.Padding, conv.Padding.Size.Width,
                conv.Weight.Shape[2], conv.Dilation)),
            conv.Groups, (1, conv.Weight.Shape[2])),
        NirConv2d conv => PlainWindows.Convolve(input, [.. _graph.InputShape(name)!], [.. _graph.OutputShape(name)!], conv.Weight,
            conv.Bias, conv.Stride, conv.Dilation,
            (PlainWindows.Before(conv.Padding, conv.Padding.Size.Height, conv.Weight.Shape[2], conv.Dilation.Height),
                PlainWindows.Before(conv.Padding, conv.Padding.Size.Width, conv.Weight.Shape[3], conv.Dilation.Width)),
            conv.Groups, (conv.Weight.Shape[2], conv.Weight.Shape[3])),
        NirPool2d pool => PlainWindows.Pool(input, [.. _graph.InputShape(name)!], [.. _graph.OutputShape(name)!], pool),
        NirScale scale => [.. input.Select((value, i) => value * Of(scale.Scale[i]))],
        NirThreshold threshold => [.. input.Select((value, i) => value > Of(threshold.Threshold[i]) ? T.One : T.Zero)],
        _ => Neurons(name, node, input),
    };

    private static T[] Weighted(NirArray weight, NirArray bias, T[] input)
    {
        T[] output = new T[weight.Shape[0]];
        for (int o = 0; o < output.Length; o++)
        {
            output[o] = Of(bias[o]);
            for (int i = 0; i < input.Length; i++)
                output[o] += Of(weight[o * input.Length + i]) * input[i];
        }
        return output;
    }

    private T[] Neurons(string name, NirNode node, T[] input)
    {
        T[] v = _membranes[name], current = _currents[name], output = new T[input.Length];
        for (int n = 0; n < input.Length; n++)
        {
            T drive = input[n];
            if (node is NirCubaLif or NirCubaLi)
            {
                (NirArray tau, NirArray w) = node is NirCubaLif lif ? (lif.TauSyn, lif.WIn)
                    : (((NirCubaLi)node).TauSyn, ((NirCubaLi)node).WIn);
                T before = current[n];
                current[n] = Of(1 - Share(tau[n])) * current[n] + Of(Share(tau[n]) * w[n]) * input[n];
                drive = _delayedSynapses ? before : current[n];
            }
            v[n] = node switch
            {
                NirLif lif => Leaky(v[n], drive, lif.Tau[n], lif.R[n], lif.VLeak[n]),
                NirLi li => Leaky(v[n], drive, li.Tau[n], li.R[n], li.VLeak[n]),
                NirCubaLif lif => Leaky(v[n], drive, lif.TauMem[n], lif.R[n], lif.VLeak[n]),
                NirCubaLi li => Leaky(v[n], drive, li.TauMem[n], li.R[n], li.VLeak[n]),
                NirIf neurons => v[n] + Of(neurons.R[n] * _timeStep) * drive,
                NirI neurons => v[n] + Of(neurons.R[n] * _timeStep) * drive,
                _ => throw new ArgumentException($"No equation for {node.Type}.", nameof(node)),
            };
            (double threshold, double reset)? fires = node switch
            {
                NirLif lif => (lif.VThreshold[n], lif.VReset[n]),
                NirIf neurons => (neurons.VThreshold[n], neurons.VReset[n]),
                NirCubaLif lif => (lif.VThreshold[n], lif.VReset[n]),
                _ => null,
            };
            output[n] = fires is null ? v[n] : v[n] > Of(fires.Value.threshold) ? T.One : T.Zero;
            if (fires is not null && output[n] == T.One)
                v[n] = Of(fires.Value.reset);
        }
        return output;
    }

    private T Leaky(T v, T current, double tau, double r, double leak) =>
        Of(1 - Share(tau)) * v + Of(r * Share(tau)) * current + Of(leak * Share(tau));

    private double Share(double tau) => _timeStep / tau;

    private static T Of(double value) => T.CreateTruncating(value);
}
