namespace SpikeML.Nir;

/// <summary>Plans of nodes by their types.</summary>
/// <param name="reading">The time step.</param>
internal sealed class NodePlans(NirReading reading)
{
    private const int LongestDelay = 1 << 20;

    /// <summary>A plan of a node that reads one source, or of a delay, which reads any number.</summary>
    /// <param name="node">The node.</param>
    /// <param name="sources">The names of the nodes that it reads.</param>
    /// <param name="layout">The order in memory of the only source's values.</param>
    public NodePlan Of(FlatNode node, IReadOnlyList<string> sources, SignalLayout? layout)
    {
        NodePlan elementwise = new(node.Name, sources, Shape(node, node.Output).Size) { Layout = layout, Open = null! };
        NeuronPlans neurons = new(node, reading, layout);
        if (neurons.Constants() is { } constants)
            return elementwise with
            {
                AreSpikes = constants.Fires,
                Open = (output, inputs) => new NeuronRun(output, inputs[0], constants),
            };
        return node.Node switch
        {
            NirAffine affine => Dense(elementwise, new(affine.Weight.ToSingles(), affine.Bias.ToSingles(), affine.Bias.Size)),
            NirLinear linear => Dense(elementwise, new(linear.Weight.ToSingles(), [], linear.Weight.Shape[0])),
            NirConv1d convolution => Convolution(elementwise, new(convolution.Weight.ToSingles(), convolution.Bias.ToSingles(),
                convolution.Groups, new(1, 1, 0, 0, 1), convolution.Window, (1, Shape(node, node.Input)[1]))),
            NirConv2d convolution => Convolution(elementwise, new(convolution.Weight.ToSingles(), convolution.Bias.ToSingles(),
                convolution.Groups, convolution.Rows, convolution.Columns, Size(node))),
            NirPool2d pooling => Pooling(elementwise,
                new(pooling.Rows, pooling.Columns, Size(node), isMean: pooling is NirAvgPool2d)),
            NirScale scale => Element(elementwise, neurons.Of(scale.Scale), isThreshold: false),
            NirThreshold threshold => Element(elementwise, neurons.Of(threshold.Threshold), isThreshold: true),
            NirDelay delay => Delay(elementwise, Steps(node.Name, delay)),
            _ => throw new ArgumentException(
                $"LoadNir cannot run the node '{node.Name}' of type {node.Node.Type}.", nameof(node)),
        };
    }

    /// <summary>The number of steps of each value of a delay.</summary>
    public int[] Steps(string name, NirDelay delay)
    {
        int wrong = delay.Delay.IndexOf(seconds => !(seconds >= 0 && seconds / reading.Step <= LongestDelay));
        if (wrong >= 0)
            throw new ArgumentException(FormattableString.Invariant(
                $"The node '{name}' (Delay) has {delay.Delay[wrong]} s in delay, at index {wrong}; with a TimeStep of ")
                + FormattableString.Invariant($"{reading.Step} s, it must be from 0 to {LongestDelay * reading.Step} s."),
                nameof(delay));
        return [.. delay.Delay.ToDoubles().Select(seconds => (int)Math.Round(seconds / reading.Step))];
    }

    /// <summary>A shape that must be known.</summary>
    public static NirShape Shape(FlatNode node, NirShape? shape) => shape ?? throw new ArgumentException(
        $"The shape of what the node '{node.Name}' ({node.Node.Type}) takes in cannot be inferred. Give it in the file: "
            + "input_shape of a convolution, input_type of Flatten.", nameof(node));

    private static NirSize Size(FlatNode node) => Shape(node, node.Input) is var shape ? (shape[1], shape[2]) : default;

    private static NodePlan Dense(NodePlan plan, DenseWeights weights) => plan with
    {
        Layout = null,
        ReadsLists = true,
        Open = (output, inputs) => new WeightedRun(output, inputs[0], weights),
    };

    private static NodePlan Convolution(NodePlan plan, ConvolutionWeights weights) => plan with
    {
        Layout = weights.Layout,
        ReadsLists = true,
        Open = (output, inputs) => new ConvolutionRun(output, inputs[0], weights),
    };

    private static NodePlan Pooling(NodePlan plan, PoolingWindows windows) => plan with
    {
        Layout = null,
        ReadsLists = true,
        Open = (output, inputs) => new PoolingRun(output, inputs[0], windows),
    };

    private static NodePlan Element(NodePlan plan, NodeConstants constants, bool isThreshold) => plan with
    {
        AreSpikes = isThreshold,
        Open = (output, inputs) => new ElementRun(output, inputs[0], constants, isThreshold),
    };

    private static NodePlan Delay(NodePlan plan, int[] steps) => plan with
    {
        Layout = null,
        Open = (output, inputs) => new DelayRun(output, inputs, steps),
    };
}
