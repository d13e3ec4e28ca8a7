using System.Buffers;
using Microsoft.ML;
using SpikeML.Tests.Encoding.Reference;
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

    [Theory]
    [InlineData(SpikeReadoutKind.Count, new float[] { 2, 3, 0 })]
    [InlineData(SpikeReadoutKind.MeanRate, new float[] { 2 / 3f, 1, 0 })]
    [InlineData(SpikeReadoutKind.FirstSpikeTime, new float[] { 1, 0, 3 })]
    [InlineData(SpikeReadoutKind.CumulativeSum, new float[] { 0, 1, 0, 1, 0, 0, 2, 2, 0 })]
    public void Options_write_a_row_at_once_as_their_encoder_does(SpikeReadoutKind kind, float[] expected)
    {
        EncodedRow row = new(new SpikeReadoutOptions { Kind = kind }, 3, 3);
        // Pooled memory is not cleared.
        double[] used = ArrayPool<double>.Shared.Rent(4);
        Array.Fill(used, double.NaN);
        ArrayPool<double>.Shared.Return(used);
        Assert.Equal(expected, row.EncodeAtOnce(Spikes));
        Assert.Equal(expected, row.Encode(Spikes));
    }

    [Theory]
    [InlineData(SpikeReadoutKind.Count, 1)]
    [InlineData(SpikeReadoutKind.CumulativeSum, 9)]
    public void ReadOut_of_a_single_neuron_keeps_a_dimension(SpikeReadoutKind kind, int length)
    {
        IDataView data = OneColumn.Of(_context, [9], Spikes);
        IDataView read = _context.Transforms.Spikes.ReadOut([new("Out", "Features")], kind).Fit(data).Transform(data);
        Assert.Equal([length], OneColumn.Dimensions(read, "Out"));
    }

    [Fact]
    public void ReadOut_refuses_a_kind_that_does_not_exist() => Assert.StartsWith(
        "Kind must be one of Count, MeanRate, FirstSpikeTime, CumulativeSum.",
        Assert.Throws<ArgumentOutOfRangeException>("kind", () =>
            _context.Transforms.Spikes.ReadOut([new("Out", "Features")], (SpikeReadoutKind)4)).Message, StringComparison.Ordinal);

    [Fact]
    public void Readouts_refuse_values_that_do_not_divide_into_steps()
    {
        const string Message = "7 values cannot be divided into steps of 2 neurons.";
        float[] spikes = new float[7], read = new float[2];
        Action[] readouts =
        [
            () => SpikeReadout.Count(spikes, read), () => SpikeReadout.MeanRate(spikes, read),
            () => SpikeReadout.FirstSpikeTime(spikes, read), () => SpikeReadout.CumulativeSum(spikes, new float[7], 2),
        ];
        foreach (Action readout in readouts)
            Assert.StartsWith(Message, Assert.Throws<ArgumentException>(readout).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SpikeReadout.Count(spikes, []));
        SpikeReadout.Count([], []);
    }

    [Fact]
    public void CumulativeSum_refuses_sums_of_another_length() => Assert.StartsWith(
        "The sums of 4 values need room for as many values, got 3.",
        Assert.Throws<ArgumentException>("sums", () => SpikeReadout.CumulativeSum(new float[4], new float[3], 2)).Message,
        StringComparison.Ordinal);

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
