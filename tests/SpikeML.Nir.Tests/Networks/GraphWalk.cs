namespace SpikeML.Nir.Tests.Networks;

/// <summary>
/// A plain walk through the equations of the format, in double precision: forward Euler, spikes where the membrane exceeds the
/// threshold, then the reset; a node on a way back takes in the spikes of the step before.
/// </summary>
internal sealed class GraphWalk(NirGraph graph, double timeStep)
{
    private readonly Dictionary<string, double[]> _values = [], _membranes = [], _currents = [];
    private readonly Dictionary<string, GraphWalk> _nested = [];

    /// <summary>One step: what the Output node takes in for what the Input node gets.</summary>
    public double[] Step(double[] input)
    {
        // In the order in which they were written, only feedback leads back to a node before.
        string[] order = [.. graph.Nodes.Keys];
        bool LeadsBack(string name) => graph.Edges.Any(edge => edge.From == name
            && Array.IndexOf(order, edge.To) < Array.IndexOf(order, name));
        foreach (string name in order.OrderBy(name => LeadsBack(name) ? 0 : 1))
            _values[name] = graph.Nodes[name] is NirInput ? input : Apply(name, graph.Nodes[name], Sum(name));
        return _values[order.Single(name => graph.Nodes[name] is NirOutput)];
    }

    private double[] Sum(string name)
    {
        double[] sum = new double[graph.InputShape(name)!.Size];
        foreach (NirEdge edge in graph.Edges.Where(edge => edge.To == name))
        {
            for (int i = 0; i < sum.Length; i++)
                sum[i] += At(_values, edge.From, i);
        }
        return sum;
    }

    private double[] Apply(string name, NirNode node, double[] x) => node switch
    {
        NirAffine affine => Product(affine.Weight, x, affine.Bias),
        NirLinear linear => Product(linear.Weight, x, null),
        NirConv2d conv => Convolution(conv, x, graph.InputShape(name)!, graph.OutputShape(name)!),
        NirPool2d pool => Pool(pool, x, graph.InputShape(name)!, graph.OutputShape(name)!),
        NirThreshold threshold => [.. x.Select((value, i) => value > threshold.Threshold[i] ? 1.0 : 0)],
        NirScale scale => [.. x.Select((value, i) => value * scale.Scale[i])],
        NirLif lif => Fire(name, x, i => 1 - timeStep / lif.Tau[i], i => lif.R[i] * timeStep / lif.Tau[i], lif.VThreshold),
        NirIf fires => Fire(name, x, i => 1, i => fires.R[i] * timeStep, fires.VThreshold),
        NirLi li => Fire(name, x, i => 1 - timeStep / li.Tau[i], i => li.R[i] * timeStep / li.Tau[i], null),
        NirI sums => Fire(name, x, i => 1, i => sums.R[i] * timeStep, null),
        NirCubaLif cuba => Fire(name, Synapse(name, x, cuba.TauSyn, cuba.WIn), i => 1 - timeStep / cuba.TauMem[i],
            i => cuba.R[i] * timeStep / cuba.TauMem[i], cuba.VThreshold),
        NirCubaLi cuba => Fire(name, Synapse(name, x, cuba.TauSyn, cuba.WIn), i => 1 - timeStep / cuba.TauMem[i],
            i => cuba.R[i] * timeStep / cuba.TauMem[i], null),
        NirGraph nested => Walk(name, nested).Step(x),
        _ => x,
    };

    private GraphWalk Walk(string name, NirGraph nested) =>
        _nested.TryGetValue(name, out GraphWalk? walk) ? walk : _nested[name] = new(nested, timeStep);

    private double[] Synapse(string name, double[] x, NirArray tau, NirArray weight) => _currents[name] =
        [.. x.Select((value, i) => (1 - timeStep / tau[i]) * At(_currents, name, i) + weight[i] * timeStep / tau[i] * value)];

    private double[] Fire(string name, double[] x, Func<int, double> decay, Func<int, double> gain, NirArray? threshold)
    {
        double[] v = [.. x.Select((value, i) => decay(i) * At(_membranes, name, i) + gain(i) * value)];
        double[] spikes = threshold is null ? v : [.. v.Select((value, i) => value > threshold[i] ? 1.0 : 0)];
        _membranes[name] = threshold is null ? v : [.. v.Select((value, i) => spikes[i] > 0 ? 0 : value)];
        return spikes;
    }

    private static double At(Dictionary<string, double[]> states, string name, int i) =>
        states.TryGetValue(name, out double[]? state) ? state[i] : 0;

    private static double[] Product(NirArray weight, double[] x, NirArray? bias)
    {
        double[] y = new double[weight.Shape[0]];
        for (int row = 0; row < y.Length; row++)
            y[row] = (bias?[row] ?? 0) + x.Select((value, column) => weight[row * x.Length + column] * value).Sum();
        return y;
    }

    private static double[] Convolution(NirConv2d conv, double[] x, NirShape from, NirShape to)
    {
        double[] y = new double[to.Size];
        int kernel = conv.Weight.Shape[2];
        for (int place = 0; place < y.Length; place++)
        {
            (int o, int row, int column) = (place / to[1] / to[2], place / to[2] % to[1], place % to[2]);
            y[place] = conv.Bias[o];
            for (int k = 0; k < from[0] * kernel * kernel; k++)
            {
                int r = row * conv.Stride.Height + k / kernel % kernel - conv.Padding.Size.Height;
                int c = column * conv.Stride.Width + k % kernel - conv.Padding.Size.Width;
                double weight = conv.Weight[o * from[0] * kernel * kernel + k];
                if (r >= 0 && r < from[1] && c >= 0 && c < from[2])
                    y[place] += weight * x[(k / kernel / kernel * from[1] + r) * from[2] + c];
            }
        }
        return y;
    }

    private static double[] Pool(NirPool2d pool, double[] x, NirShape from, NirShape to)
    {
        double[] y = new double[to.Size];
        int size = pool.KernelSize.Height;
        for (int place = 0; place < y.Length; place++)
        {
            (int channel, int row, int column) = (place / to[1] / to[2], place / to[2] % to[1], place % to[2]);
            for (int k = 0; k < size * size; k++)
                y[place] += x[(channel * from[1] + row * size + k / size) * from[2] + column * size + k % size];
            y[place] /= pool is NirAvgPool2d ? size * size : 1;
        }
        return y;
    }
}
