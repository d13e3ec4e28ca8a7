namespace SpikeML.Nir.Tests;

/// <summary>Graphs for tests, with numbers that differ everywhere.</summary>
internal static class ExampleGraphs
{
    public static NirInput Input(params int[] shape) => new() { Shape = NirShape.Create(shape) };

    public static NirOutput Output(params int[] shape) => new() { Shape = NirShape.Create(shape) };

    public static NirArray Doubles(params int[] shape)
    {
        NirShape of = NirShape.Create(shape);
        return NirArray.Of([.. Enumerable.Range(1, of.Size).Select(index => index / 7.0)], of);
    }

    public static NirArray Singles(params int[] shape) => NirArray.Of(Doubles(shape).ToSingles(), NirShape.Create(shape));

    public static NirAffine Affine(int outputs, int inputs) =>
        new() { Weight = Singles(outputs, inputs), Bias = Singles(outputs) };

    public static NirLif Lif(params int[] shape) => new()
    {
        Tau = Doubles(shape),
        R = Doubles(shape),
        VLeak = Singles(shape),
        VThreshold = Singles(shape),
        VReset = Singles(shape),
    };

    public static NirGraph Chain(params IEnumerable<NirNode> nodes)
    {
        NirNode[] each = [.. nodes];
        return new(each.Select((node, index) => KeyValuePair.Create($"{index}", node)),
            Enumerable.Range(1, each.Length - 1).Select(index => new NirEdge($"{index - 1}", $"{index}")));
    }

    /// <summary>A node of every type, metadata of every kind, a cycle and a graph in the graph.</summary>
    public static NirGraph OfEveryType()
    {
        NirCubaLif cubaLif = new()
        {
            TauSyn = Doubles(4),
            TauMem = Doubles(4),
            R = Doubles(4),
            VLeak = Singles(4),
            VThreshold = Singles(4),
            VReset = Singles(4),
            WIn = Doubles(4),
        };
        NirGraph nested = new(new Dictionary<string, NirNode>
        {
            ["input"] = Input(4),
            ["lif"] = cubaLif,
            ["feedback"] = new NirLinear { Weight = Singles(4, 4) },
            ["output"] = Output(4),
        }, [new("input", "lif"), new("lif", "feedback"), new("feedback", "lif"), new("lif", "output")]);
        NirNode[] images =
        [
            Input(2, 9, 8),
            new NirConv2d { Weight = Singles(4, 1, 3, 5), Bias = Singles(4), Stride = (2, 1), Padding = 1, Groups = 2,
                InputSize = (9, 8) },
            new NirIf { R = Doubles(4, 5, 6), VThreshold = Singles(4, 5, 6), VReset = Singles(4, 5, 6) },
            new NirConv2d { Weight = Singles(2, 4, 3, 3), Bias = Singles(2), Padding = NirPadding.Same, Dilation = (1, 2) },
            new NirSumPool2d { KernelSize = (2, 3), Stride = (1, 3), Padding = (0, 1) },
            new NirAvgPool2d { KernelSize = 2, Stride = 2 },
            new NirFlatten { InputShape = [2, 2, 1], StartDim = 0, EndDim = 1 },
            new NirConv1d { Weight = Singles(3, 4, 1), Bias = Singles(3), InputLength = 1, Padding = NirPadding.Valid },
            new NirFlatten(),
            Affine(4, 3),
        ];
        NirNode[] neurons =
        [
            Lif(4),
            new NirLi { Tau = Doubles(4), R = Doubles(4), VLeak = Singles(4) },
            new NirI { R = Doubles(4) },
            nested with { Metadata = new Dictionary<string, object> { ["of"] = "the graph in the graph" } },
            new NirCubaLi { TauSyn = Doubles(4), TauMem = Doubles(4), R = Doubles(4), VLeak = Singles(4), WIn = Doubles(4) },
            new NirThreshold { Threshold = Singles(4) },
            new NirScale { Scale = Doubles(4) },
            new NirDelay { Delay = Doubles(4), Metadata = EveryKindOfMetadata },
            Output(4),
        ];
        return Chain([.. images, .. neurons]) with { Metadata = EveryKindOfMetadata };
    }

    private static Dictionary<string, object> EveryKindOfMetadata => new()
    {
        ["text"] = "é, and a longer text",
        ["number"] = 0.1,
        ["count"] = 1L << 40,
        ["array"] = Doubles(2, 3),
        ["names"] = new[] { "a", "bé", "" },
        ["nested"] = new Dictionary<string, object> { ["deeper"] = "x" },
    };
}
