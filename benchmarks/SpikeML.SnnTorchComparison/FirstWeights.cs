using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SpikeML.Torch;
using TorchSharp;

namespace SpikeML.SnnTorchComparison;

/// <summary>The weights that training starts from, for the other side to start from them too.</summary>
internal static class FirstWeights
{
    /// <summary>
    /// Writes what the trainer draws: for each layer its weights, [inputs][neurons], then its biases, as Singles.
    /// </summary>
    public static void Write(SpikingNetworkOptions options, int seed, ImmutableArray<int> inputShape, int classes, string path)
    {
        using torch.Generator generator = new((ulong)seed);
        using SpikingNetworkModule network = new(LayerGeometry.Stack(inputShape, options.Layers, classes)!.Value, options,
            options.Reset, generator);
        using FileStream file = File.Create(path);
        for (int layer = 0; layer < network.Layers.Length; layer++)
        {
            foreach (torch.Tensor tensor in (torch.Tensor[])[network.Weight(layer), network.Bias(layer)])
                file.Write(MemoryMarshal.AsBytes<float>(tensor.detach().data<float>().ToArray()));
        }
    }
}
