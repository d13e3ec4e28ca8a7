using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;
using static SpikeML.Nir.Tests.Networks.ExampleNetworks;

namespace SpikeML.Nir.Tests.Networks;

public class NirRegressionTests
{
    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    public void A_regression_is_read_back_with_its_scores(int outputs, bool variesOverTime)
    {
        SpikingNetworkTransformer network = _context.Regression.CreateSpikingNetwork([3],
        [
            Layer(SpikingLayer.Dense(8, Zero()), 3),
            Layer(SpikingLayer.Dense(outputs, NeuronModel.Leaky(0.9, reset: ResetMechanism.None)), 8),
        ], options: new() { LabelMean = -3, LabelScale = 0.5, VariesOverTime = variesOverTime });

        Assert.True(_context.Model.ToNir(network).TryGetSpikingNetwork(_context, out SpikingNetworkTransformer? read, out _));

        IDataView data = Data();
        Assert.Equal(network.Transform(data).Schema["Score"].Type, read.Transform(data).Schema["Score"].Type);
        float[] expected = Scores(network, data, variesOverTime);
        Assert.Equal(expected, Scores(read, data, variesOverTime));
        Assert.True(expected.Distinct().Count() > 4);
    }

    private static float[] Scores(SpikingNetworkTransformer network, IDataView data, bool variesOverTime) =>
        variesOverTime ? [.. network.Transform(data).GetColumn<float[]>("Score").SelectMany(scores => scores)]
            : [.. network.Transform(data).GetColumn<float>("Score")];

    private IDataView Data()
    {
        Random random = new(2);
        return _context.Data.LoadFromEnumerable(Enumerable.Range(0, 10).Select(_ => new Row
        {
            Spikes = [.. Enumerable.Range(0, 36).Select(_ => random.NextDouble() < 0.4 ? 1f : 0)],
        }).ToArray());
    }

    private sealed class Row
    {
        [VectorType(12, 3)]
        public float[] Spikes { get; set; } = [];
    }
}
