using Microsoft.ML;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Decoding;

public class SpikeReadoutTests
{
    private readonly MLContext _context = new(seed: 1);

    // Three steps of three neurons.
    private static readonly float[] Spikes = [0, 1, 0, 1, -1, 0, 1, 2, 0];

    [Theory]
    [InlineData(SpikeReadoutKind.Count, new float[] { 2, 3, 0 })]
    [InlineData(SpikeReadoutKind.MeanRate, new float[] { 2 / 3f, 1, 0 })]
    [InlineData(SpikeReadoutKind.FirstSpikeTime, new float[] { 1, 0, 3 })]
    [InlineData(SpikeReadoutKind.CumulativeSum, new float[] { 0, 1, 0, 1, 0, 0, 2, 2, 0 })]
    public void ReadOut_gives_each_neurons_readout(SpikeReadoutKind kind, float[] expected)
    {
        IDataView data = OneColumn.Of(_context, [3, 3], Spikes);
        IDataView read = _context.Transforms.Spikes.ReadOut([new("Out", "Features")], kind).Fit(data).Transform(data);
        Assert.Equal(expected, OneColumn.Read(read, "Out")[0]);
    }

    [Fact]
    public void Named_readouts_are_those_of_their_names()
    {
        IDataView data = OneColumn.Of(_context, [3, 3], Spikes);
        SpikeCatalog spikes = _context.Transforms.Spikes;
        IEstimator<SpikeTransformer<SpikeReadoutOptions>>[] named =
            [spikes.ReadOutCount("Out", "Features"), spikes.ReadOutMeanRate("Out", "Features"),
            spikes.ReadOutFirstSpikeTime("Out", "Features"), spikes.ReadOutCumulativeSum("Out", "Features")];
        Assert.Equal(Enum.GetValues<SpikeReadoutKind>(), named.Select(estimator => estimator.Fit(data).Codes[0].Kind));
    }

    [Fact]
    public void Cumulative_sums_of_sigma_delta_spikes_restore_the_series()
    {
        float[] series = [0, 0.25f, 0.5f, 1.25f, 1.25f, 0];
        IDataView data = OneColumn.Of(_context, [6], series);
        IDataView restored = _context.Transforms.Spikes.EncodeResidue("S", "Features", new() { Threshold = 0.125 })
            .Append(_context.Transforms.Spikes.ReadOutCumulativeSum("Restored", "S")).Fit(data).Transform(data);
        Assert.Equal(series, OneColumn.Read(restored, "Restored")[0]);
    }
}
