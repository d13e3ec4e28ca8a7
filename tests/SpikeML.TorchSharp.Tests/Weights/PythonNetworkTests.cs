using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Weights;

/// <summary>Networks that snnTorch trained: with its weights, they give its spikes (Fixtures/snntorch/networks.py).</summary>
public class PythonNetworkTests
{
    private const int NumSteps = 20, Rows = 12, Side = 6;

    [Theory]
    [InlineData("dense")]
    [InlineData("convolutional")]
    public void A_network_with_the_weights_of_Python_gives_the_spikes_of_Python(string name)
    {
        IReadOnlyDictionary<string, NpyArray> arrays = Arrays();
        SpikingNetworkTransformer network = Network(arrays, name);
        float[][] inputs = RowsOf(arrays[$"{name}/input"]);
        float[][][] expected = [RowsOf(arrays[$"{name}/spikes1"]), RowsOf(arrays[$"{name}/spikes2"])];
        for (int row = 0; row < Rows; row++)
        {
            IReadOnlyList<SpikeTrain> layers =
                network.GetLayerSpikes(SpikeTrain.FromDense(inputs[row], NumSteps, Side, Side));
            Assert.Equal(2, layers.Count);
            for (int layer = 0; layer < layers.Count; layer++)
                Assert.Equal(expected[layer][row], layers[layer].ToDense());
        }
        Assert.All(expected, layer => Assert.InRange(layer.Sum(spikes => spikes.Sum()), 100, 10_000));
    }

    [Theory]
    [InlineData("dense")]
    [InlineData("convolutional")]
    public void Its_predictions_in_a_pipeline_are_the_classes_that_fire_most_in_Python(string name)
    {
        IReadOnlyDictionary<string, NpyArray> arrays = Arrays();
        MLContext context = new();
        IDataView spikes = context.Data.LoadFromEnumerable(
            RowsOf(arrays[$"{name}/input"]).Select(row => new Row { Spikes = row }).ToArray());
        uint[] expected = [.. RowsOf(arrays[$"{name}/spikes2"]).Select(row =>
            (uint)Enumerable.Range(0, 3).MaxBy(output => row.Where((_, slot) => slot % 3 == output).Sum()) + 1)];
        Assert.Equal(expected, Network(arrays, name).Transform(spikes).GetColumn<uint>("PredictedLabel"));
        Assert.Equal(3, expected.Distinct().Count());
    }

    private static IReadOnlyDictionary<string, NpyArray> Arrays()
    {
        using FileStream file = File.OpenRead(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "snntorch", "networks.npz"));
        return NpzFile.Read(file);
    }

    private static SpikingNetworkTransformer Network(IReadOnlyDictionary<string, NpyArray> arrays, string name)
    {
        using DisposeScope scope = NewDisposeScope();
        string prefix = $"{name}/state/";
        var state = arrays.Where(array => array.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(array => KeyValuePair.Create(array.Key[prefix.Length..],
                tensor(array.Value.ToSingles(), [.. array.Value.Shape.Select(size => (long)size)])));
        return new MLContext().MulticlassClassification.CreateSpikingNetwork([Side, Side],
            SpikingStateDict.Read(state, stride: 2));
    }

    /// <summary>[numSteps, rows, ...] as a time-major array for each row.</summary>
    private static float[][] RowsOf(NpyArray array)
    {
        float[] values = array.ToSingles();
        int neurons = values.Length / NumSteps / Rows;
        return [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(0, NumSteps)
            .SelectMany(step => values.Skip((step * Rows + row) * neurons).Take(neurons)).ToArray())];
    }

    private sealed class Row
    {
        [VectorType(NumSteps, Side, Side)]
        public float[] Spikes { get; set; } = [];
    }
}
