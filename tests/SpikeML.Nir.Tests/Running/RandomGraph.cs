namespace SpikeML.Nir.Tests.Running;

/// <summary>
/// A random graph, whose nodes are listed in the order in which they run: layers of every type, sums, recurrence and nested
/// graphs.
/// </summary>
internal sealed class RandomGraph
{
    public const double TimeStep = 1e-4;
    private readonly Random _random;
    private readonly OrderedDictionary<string, NirNode> _nodes = [];
    private readonly List<NirEdge> _edges = [];
    private string _last = "in";
    private int[] _shape;

    private RandomGraph(int seed)
    {
        _random = new Random(seed);
        _shape = seed % 3 == 0 ? [Size(3, 20)] : seed % 3 == 1 ? [2 * Size(1, 3), Size(6, 15)]
            : [2 * Size(1, 3), Size(6, 12), Size(6, 12)];
        _nodes["in"] = new NirInput { Shape = NirShape.Create(_shape) };
    }

    /// <summary>Makes a graph; the same for the same seed.</summary>
    public static NirGraph Make(int seed) => new RandomGraph(seed).Build();

    /// <summary>The same graph with its nodes listed in another order.</summary>
    public static NirGraph Shuffled(NirGraph graph, int seed)
    {
        KeyValuePair<string, NirNode>[] nodes = [.. graph.Nodes];
        new Random(seed).Shuffle(nodes);
        return new(nodes, graph.Edges);
    }

    private NirGraph Build()
    {
        for (int layer = 0; layer < 7; layer++)
        {
            if (_shape.Length > 1)
                Window();
            else
                Dense();
            Neurons();
            if (_random.Next(3) == 0)
                Sum();
        }
        if (_shape.Length > 1)
            Add("flatten", new NirFlatten(), _shape.Aggregate(1, (size, dimension) => size * dimension));
        Dense();
        Neurons();
        Add("out", new NirOutput { Shape = NirShape.Create(_shape) }, _shape);
        return new(_nodes, _edges);
    }

    private void Window()
    {
        bool isImage = _shape.Length == 3;
        int least = _shape[1..].Min();
        if (least < 4 || (isImage && _random.Next(4) == 0))
        {
            if (isImage && least >= 2)
                Add("pool", Pool(), null);
            else
                Add("flatten", new NirFlatten(), _shape.Aggregate(1, (size, dimension) => size * dimension));
            return;
        }
        int groups = _random.Next(3) switch { 0 => 1, 1 => _shape[0] % 2 == 0 ? 2 : 1, _ => _shape[0] },
            outputs = groups * Size(1, 4);
        bool isSame = _random.Next(3) == 0;
        NirSize kernel = (Size(1, 3), isImage ? Size(1, 3) : 1), stride = isSame ? 1 : (Size(1, 3), Size(1, 3));
        NirSize dilation = (kernel.Height == 1 ? 2 : Size(1, least > 4 ? 2 : 1), 1);
        NirPadding padding = isSame ? NirPadding.Same : _random.Next(3) == 0 ? NirPadding.Valid
            : NirPadding.Zeros((1, Size(1, 2)));
        NirNode node = isImage
            ? new NirConv2d
            {
                Weight = Values(-1, 1, outputs, _shape[0] / groups, kernel.Height, kernel.Width),
                Bias = Values(-0.1, 0.2, outputs),
                Stride = stride,
                Dilation = dilation,
                Padding = padding,
                Groups = groups,
            }
            : new NirConv1d
            {
                Weight = Values(-1, 1, outputs, _shape[0] / groups, kernel.Height),
                Bias = Values(-0.1, 0.2, outputs),
                Stride = stride.Height,
                Dilation = dilation.Height,
                Groups = groups,
                Padding = padding.Kind == NirPaddingKind.Zeros ? NirPadding.Zeros(padding.Size.Width) : padding,
            };
        Add(isImage ? "conv2d" : "conv1d", node, null);
    }

    private NirPool2d Pool()
    {
        NirSize kernel = (2, Size(1, 2)), stride = (Size(1, 2), Size(1, 2)), padding = (_random.Next(2), 0);
        return _random.Next(2) == 0 ? new NirSumPool2d { KernelSize = kernel, Stride = stride, Padding = padding }
            : new NirAvgPool2d { KernelSize = kernel, Stride = stride, Padding = padding };
    }

    private void Dense()
    {
        if (_shape.Length > 1)
            return;
        int outputs = Size(2, 100);
        NirArray weight = Values(-1, 1, outputs, _shape[0]);
        Add("dense", _random.Next(2) == 0 ? new NirAffine { Weight = weight, Bias = Values(-0.1, 0.2, outputs) }
            : new NirLinear { Weight = weight }, outputs);
    }

    private void Neurons()
    {
        NirNode node = RandomNeurons.Of(_random, _shape);
        if (_shape.Length == 1 && node is NirLif or NirCubaLif or NirIf)
        {
            if (_random.Next(3) == 0)
            {
                Nest(node);
                return;
            }
            if (_random.Next(2) == 0)
            {
                Feedback(node);
                return;
            }
        }
        Add("elements", node, _shape);
    }

    // Neurons and weights from them to themselves. A delay in the cycle comes first: it knows what it puts out in a step before
    // it takes something in.
    private void Feedback(NirNode neurons)
    {
        string from = $"delay{_nodes.Count}";
        bool isDelayed = _random.Next(2) == 0;
        if (isDelayed)
            _nodes[from] = new NirDelay { Delay = Values(TimeStep, 4 * TimeStep, _shape) };
        string name = Add("recurrent", neurons, _shape);
        string weights = Add("feedback", new NirAffine
        {
            Weight = Values(-0.5, 0.5, _shape[0], _shape[0]),
            Bias = Values(-0.1, 0.1, _shape[0])
        }, _shape);
        if (isDelayed)
            _edges.Add(new(weights, from));
        _edges.Add(new(isDelayed ? from : weights, name));
        _last = name;
    }

    private void Nest(NirNode neurons)
    {
        Dictionary<string, NirNode> nodes = new()
        {
            ["input"] = new NirInput { Shape = NirShape.Create(_shape) },
            ["neurons"] = neurons,
            ["weights"] = new NirLinear { Weight = Values(-0.5, 0.5, _shape[0], _shape[0]) },
            ["output"] = new NirOutput { Shape = NirShape.Create(_shape) },
        };
        Add("nested", new NirGraph(nodes, [new("input", "neurons"), new("neurons", "weights"), new("weights", "neurons"),
            new("neurons", "output")]), _shape);
    }

    // A further edge to the last node, from itself or from an earlier one of the same shape.
    private void Sum()
    {
        NirGraph sofar = new([.. _nodes, KeyValuePair.Create("end", (NirNode)new NirOutput { Shape = NirShape.Create(_shape) })],
            [.. _edges, new(_last, "end")]);
        string[] alike = [.. _nodes.Keys.Where(name => name != "in" && sofar.OutputShape(name)!.SequenceEqual(_shape))];
        if (sofar.InputShape(_last)!.SequenceEqual(_shape) && _nodes[_last] is NirNeurons and not NirDelay)
            _edges.Add(new(alike[_random.Next(alike.Length)], _last));
    }

    private string Add(string kind, NirNode node, params int[]? shape)
    {
        string name = $"{kind}{_nodes.Count}";
        _nodes[name] = node;
        _edges.Add(new(_last, name));
        _last = name;
        _shape = shape ?? [.. node.Output(NirShape.Create(_shape))!];
        return name;
    }

    private NirArray Values(double lowest, double highest, params int[] shape) =>
        RandomNeurons.Values(_random, lowest, highest, shape);

    private int Size(int least, int most) => _random.Next(least, most + 1);
}
