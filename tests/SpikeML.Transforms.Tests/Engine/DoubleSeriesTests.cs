using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

/// <summary>Series of Double keep their full precision until the first difference is taken.</summary>
public class DoubleSeriesTests
{
    /// <summary>So large that singles are 8 apart, while doubles still hold the 64ths of the series.</summary>
    private const double Offset = 1e8;

    private static readonly SeriesCode[] Codes =
    [
        new DeltaEncodingOptions { Threshold = 0.25, OffSpike = true, Padding = true },
        new StepForwardEncodingOptions { Threshold = 0.25 },
        new ThresholdBasedEncodingOptions { Threshold = 0.25 }, new ThresholdBasedEncodingOptions { Factor = 0.5 },
        new MovingWindowEncodingOptions { Threshold = 0.25, Window = 3 },
        new MultiThresholdEncodingOptions { Lowest = -1, Highest = 1, NumThresholds = 5 },
        new MultiThresholdEncodingOptions { Lowest = -1, Highest = 1, NumThresholds = 33 },
        new PulseWidthEncodingOptions { Lowest = -4, Highest = 4, Period = 8 },
    ];

    private static readonly SeriesCode[] AllCodes =
    [
        .. Codes, new ResidueEncodingOptions { Threshold = 0.25 }, new BsaEncodingOptions { Threshold = 0.5 },
        new BsaEncodingOptions { Threshold = 0, Filter = [0.5f, -0.25f] }, new DeltaEncodingOptions(),
    ];

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<int, int> ShiftedCases => new(
        from code in Enumerable.Range(0, Codes.Length) from neurons in new[] { 1, 3, 16, 21 } select (code, neurons));

    public static TheoryData<int, int> EqualCases => new(
        from code in Enumerable.Range(0, AllCodes.Length) from neurons in new[] { 1, 2, 5, 16, 37 } select (code, neurons));

    [Fact]
    public void EncodeDelta_sees_the_changes_of_large_numbers()
    {
        double[] series = [1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4, 1e8 + 5];
        DeltaEncodingOptions code = new() { Threshold = 1, Padding = true };
        Assert.Equal([0, 1, 1, 1, 1, 1], Encode(code, 6, 1, series));

        float[] spikes = new float[6];
        Assert.Equal(5, DeltaEncoding.Encode(series, spikes, 1, code));
        Assert.Equal([0, 1, 1, 1, 1, 1], spikes);
    }

    [Theory]
    [MemberData(nameof(ShiftedCases))]
    public void A_series_far_from_0_has_the_spikes_of_the_same_series_near_0(int code, int neurons)
    {
        SeriesCode far = Codes[code] switch
        {
            MultiThresholdEncodingOptions own => own with { Lowest = Offset + own.Lowest, Highest = Offset + own.Highest },
            PulseWidthEncodingOptions own => own with { Lowest = Offset + own.Lowest, Highest = Offset + own.Highest },
            SeriesCode own => own,
        };
        float[] series = Steps(70 * neurons, code);
        float[] expected = Encode(Codes[code], 70, neurons, series);
        Assert.Contains(expected, spike => spike != 0);
        Assert.Equal(expected, Encode(far, 70, neurons, [.. series.Select(value => Offset + value)]));
    }

    [Theory]
    [MemberData(nameof(EqualCases))]
    public void Doubles_that_singles_hold_have_the_spikes_of_the_singles(int code, int neurons)
    {
        Random random = new(code);
        float[] series = [.. Enumerable.Range(0, 50 * neurons).Select(_ => random.NextSingle() * 3 - 1)];
        Assert.Equal(Encode(AllCodes[code], 50, neurons, series),
            Encode(AllCodes[code], 50, neurons, [.. series.Select(value => (double)value)]));
    }

    [Fact]
    public void EncodeResidue_sends_large_numbers_to_within_the_threshold()
    {
        double[] series = [.. Steps(50, 1).Select(value => Offset + value)];
        float[] spikes = Encode(new ResidueEncodingOptions { Threshold = 0.25 }, 50, 1, series);
        // The first spike is the first value in single precision; what that lacks is sent next.
        double sum = spikes[0];
        Assert.Equal((float)series[0], spikes[0]);
        for (int step = 1; step < series.Length; step++)
            Assert.InRange(series[step] - (sum += spikes[step]), -0.25, 0.25);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public void EncodeBsa_compares_sums_of_doubles(int neurons)
    {
        // A filter of 1 is taken off where 1 - s <= s - 0.5; single precision rounds all three values to 0.75.
        BsaEncodingOptions code = new() { Threshold = 0.5, Filter = [1] };
        double[] values = [0.75 - 1e-12, 0.75, 0.75 + 1e-12];
        double[] series = [.. values.SelectMany(value => Enumerable.Repeat(value, neurons))];
        Assert.Equal([.. new[] { 0f, 1, 1 }.SelectMany(value => Enumerable.Repeat(value, neurons))],
            Encode(code, 3, neurons, series));
    }

    [Fact]
    public void Threshold_is_that_of_the_changes_of_doubles()
    {
        ThresholdBasedEncodingOptions options = new() { Factor = 0.5 };
        float[] near = Steps(40, 3);
        Assert.Equal(ThresholdBasedEncoding.Threshold(near, 1, options),
            ThresholdBasedEncoding.Threshold([.. near.Select(value => Offset + value)], 1, options));
    }

    [Fact]
    public void Sparse_rows_of_doubles_have_the_spikes_of_dense_ones()
    {
        VBuffer<double> sparse = new(4, 2, [Offset, Offset + 1], [1, 2]);
        IDataView data = _context.Data.LoadFromEnumerable([new SparseRow { Features = sparse }],
            SchemaOf(new VectorDataViewType(NumberDataViewType.Double, 4)));
        DeltaEncodingOptions code = new() { Threshold = 1, OffSpike = true };
        Assert.Equal([0, 1, 1, -1], OneColumn.Read(
            _context.Transforms.Spikes.EncodeDelta("S", "Features", code).Fit(data).Transform(data), "S")[0]);
    }

    [Fact]
    public void Nothing_is_allocated_for_each_row()
    {
        foreach (SeriesCode code in AllCodes)
        {
            double[][] rows = [.. Enumerable.Range(0, 3000).Select(row => Doubles(row))];
            IDataView data = OneColumn.Of(_context, "Features", [8, 2], rows);
            IDataView spikes = _context.Transforms.Spikes.Encode([new("S", "Features")], code).Fit(data).Transform(data);
            using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["S"]]);
            var getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["S"]);
            VBuffer<float> row = default;
            void Read(int count)
            {
                for (int i = 0; i < count && cursor.MoveNext(); i++)
                    getter(ref row);
            }
            // After the first 1,000 rows a warning may be logged.
            Read(1100);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Read(1900);
            // Each row is an object of 24 bytes that the data itself makes.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1900 * 24 + 500);
        }
    }

    private static double[] Doubles(int row) => [.. Steps(16, row).Select(value => Offset + value)];

    /// <summary>64ths from -1 to 1.</summary>
    private static float[] Steps(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.Next(-64, 65) / 64f)];
    }

    private float[] Encode<T>(SeriesCode code, int steps, int neurons, T[] series)
    {
        IDataView data = OneColumn.Of(_context, "Features", [steps, neurons], series);
        return OneColumn.Read(
            _context.Transforms.Spikes.Encode([new("S", "Features")], code).Fit(data).Transform(data), "S")[0];
    }

    private static SchemaDefinition SchemaOf(DataViewType type)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(SparseRow));
        schema[nameof(SparseRow.Features)].ColumnType = type;
        return schema;
    }

    private sealed class SparseRow
    {
        public VBuffer<double> Features { get; set; }
    }
}
