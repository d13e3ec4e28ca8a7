using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Codes of series against their plain loops, bit by bit: as kernels, in pipelines, and back again.</summary>
public class SeriesReferenceTests
{
    private static readonly SeriesCode[] Codes =
    [
        new DeltaEncodingOptions { Threshold = 0.25, OffSpike = true },
        new DeltaEncodingOptions { Threshold = 0, Padding = true },
        new DeltaEncodingOptions { Threshold = 0, OffSpike = true }, new DeltaEncodingOptions(),
        new StepForwardEncodingOptions { Threshold = 0.25 }, new StepForwardEncodingOptions { Threshold = 0.1 },
        new ThresholdBasedEncodingOptions { Threshold = 0.25 }, new ThresholdBasedEncodingOptions { Threshold = 0.1 },
        new ThresholdBasedEncodingOptions { Factor = 0 }, new ThresholdBasedEncodingOptions { Factor = 0.7 },
        new MovingWindowEncodingOptions { Threshold = 0.25, Window = 3 },
        new MovingWindowEncodingOptions { Threshold = 0.1, Window = 1 },
        new MovingWindowEncodingOptions { Threshold = 0.2, Window = 20 },
        new MovingWindowEncodingOptions { Threshold = 0.5, Window = 1024 },
        new ResidueEncodingOptions { Threshold = 0.25 }, new ResidueEncodingOptions { Threshold = 0.1 },
        new BsaEncodingOptions { Threshold = 0.5 }, new BsaEncodingOptions { Threshold = 0, Filter = [0.5f, -0.25f] },
        new BsaEncodingOptions { Threshold = 0.25, Filter = [0.25f] },
        new BsaEncodingOptions { Threshold = 0, Filter = [float.MaxValue, 1] },
        new MultiThresholdEncodingOptions { Lowest = -0.5, Highest = 1 },
        new MultiThresholdEncodingOptions { Lowest = -1, Highest = 1, NumThresholds = 2 },
        new MultiThresholdEncodingOptions { Lowest = 0.1, Highest = 0.9, NumThresholds = 33 },
    ];

    public static TheoryData<int, string> Cases => new(
        from code in Enumerable.Range(0, Codes.Length) from kind in AdversarialSeries.Kinds select (code, kind));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_kernel_gives_what_the_plain_loop_gives(int code, string kind)
    {
        Random random = new(code);
        foreach ((int steps, int neurons) in AdversarialSeries.Shapes(random))
        {
            float[] series = AdversarialSeries.Of(kind, steps * neurons, random);
            float[] spikes = new float[series.Length * Codes[code].Channels];
            Array.Fill(spikes, float.NaN);
            Codes[code].Encode(series, spikes, neurons);
            AssertSame(PlainSeriesCodes.Encode(Codes[code], series, neurons), spikes, $"{Codes[code]}: {steps} x {neurons}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_pipeline_gives_what_the_plain_loop_gives_in_the_smaller_form(int code, string kind)
    {
        Random random = new(code + 1000);
        MLContext context = new(seed: 1);
        foreach ((int steps, int neurons) in AdversarialSeries.Shapes(random)
            .Where((shape, i) => i % 5 == code % 5 || AdversarialSeries.HasBlocks(shape)))
        {
            float[] Row(int row) => AdversarialSeries.Of(row == 1 ? "constant" : kind, steps * neurons, random);
            float[][] rows = [.. Enumerable.Range(0, 4).Select(Row)];
            IDataView data = OneColumn.Of(context, [steps, neurons], rows);
            IDataView spikes = context.Transforms.Spikes.Encode([new("S", "Features")], Codes[code]).Fit(data).Transform(data);
            int at = 0;
            foreach (VBuffer<float> row in spikes.GetColumn<VBuffer<float>>("S"))
            {
                float[] expected = PlainSeriesCodes.Encode(Codes[code], rows[at++], neurons);
                AssertSame(expected, [.. row.DenseValues()], $"{Codes[code]}: {steps} x {neurons}");
                Assert.Equal(expected.Count(value => value != 0) > expected.Length / 2, row.IsDense);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_decoder_gives_what_the_plain_loop_gives(int code, string kind)
    {
        SeriesCode own = Codes[code] is ThresholdBasedEncodingOptions { Factor: not null }
            ? new ThresholdBasedEncodingOptions { Threshold = 0.3 } : Codes[code];
        Random random = new(code + 2000);
        foreach ((int steps, int neurons) in AdversarialSeries.Shapes(random))
        {
            float[] series = AdversarialSeries.Of(kind, steps * neurons, random), decoded = new float[series.Length];
            float[] encoded = PlainSeriesCodes.Encode(own, series, neurons);
            float[] any = AdversarialSeries.Of(kind, encoded.Length, random);
            // Of series of extremes, the residue can be too large for a spike; decoders refuse that.
            foreach (float[] spikes in new[] { encoded, any }.Where(values => values.All(float.IsFinite)))
            {
                Array.Fill(decoded, float.NaN);
                own.Decode(spikes, [.. series[..neurons].Select(value => (double)value)], decoded, neurons);
                float[] expected = PlainSeriesCodes.Decode(own, spikes, series[..neurons], series.Length);
                AssertSame(expected, decoded, $"{own}: {steps} x {neurons}");
            }
        }
    }

    private static void AssertSame(float[] expected, float[] actual, string what)
    {
        ReadOnlySpan<int> left = MemoryMarshal.Cast<float, int>(expected), right = MemoryMarshal.Cast<float, int>(actual);
        for (int slot = 0; slot < left.Length; slot++)
            Assert.True(left[slot] == right[slot], $"{what}, slot {slot}: {expected[slot]}, not {actual[slot]}");
        Assert.Equal(left.Length, right.Length);
    }
}
