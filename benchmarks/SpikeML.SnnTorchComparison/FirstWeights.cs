using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SpikeML.Torch;
using TorchSharp;

namespace SpikeML.SnnTorchComparison;

/// <summary>The weights that all sides start from.</summary>
internal static class FirstWeights
{
    /// <summary>What the trainer draws: for each layer its weights, [inputs, neurons], then its biases.</summary>
    public static IReadOnlyList<torch.Tensor> Draw(SpikingNetworkOptions options, int seed, ImmutableArray<int> inputShape,
        int classes)
    {
        using torch.Generator generator = new((ulong)seed);
        using SpikingNetworkModule network = new(LayerGeometry.Stack(inputShape, options.Layers, classes)!.Value, options,
            options.Reset, generator);
        return [.. Enumerable.Range(0, network.Layers.Length)
            .SelectMany(layer => (torch.Tensor[])[network.Weight(layer), network.Bias(layer)])
            .Select(tensor => tensor.detach().clone())];
    }

    /// <summary>Writes weights one after another, as Singles.</summary>
    public static void Write(IReadOnlyList<torch.Tensor> weights, string path)
    {
        using FileStream file = File.Create(path);
        foreach (torch.Tensor tensor in weights)
            file.Write(MemoryMarshal.AsBytes<float>(tensor.data<float>().ToArray()));
    }
}
