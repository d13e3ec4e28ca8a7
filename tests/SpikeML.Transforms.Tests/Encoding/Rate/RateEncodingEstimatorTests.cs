using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Rate;

public class RateEncodingEstimatorTests
{
    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void EncodeRate_adds_a_column_whose_first_dimension_is_time()
    {
        IDataView data = OneColumn.Of(_context, [2, 3], [0, 1, 0, 1, 0, 1]);
        IDataView spikes = _context.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data).Transform(data);

        Assert.Equal([100, 2, 3], OneColumn.Dimensions(spikes, "Spikes"));
        Assert.Equal([2, 3], OneColumn.Dimensions(spikes, "Features"));
        Assert.Equal(Enumerable.Range(0, 600).Select(slot => slot % 2f), OneColumn.Read(spikes, "Spikes")[0]);
    }

    [Fact]
    public void EncodeRate_replaces_the_input_when_no_other_name_is_given()
    {
        IDataView data = OneColumn.Of(_context, [2], [0, 1]);
        IDataView spikes = _context.Transforms.Spikes.EncodeRate("Features", options: new() { NumSteps = 3 }).Fit(data)
            .Transform(data);
        Assert.Equal([0, 1, 0, 1, 0, 1], OneColumn.Read(spikes, "Features")[0]);
    }

    [Fact]
    public void EncodeRate_encodes_several_columns()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new TwoColumns { A = [0, 1], B = 1 }]);
        IDataView spikes = _context.Transforms.Spikes.EncodeRate([new("SA", "A"), new("SB", "B")], new() { NumSteps = 2 })
            .Fit(data).Transform(data);
        Assert.Equal([0, 1, 0, 1], OneColumn.Read(spikes, "SA")[0]);
        Assert.Equal([1, 1], OneColumn.Read(spikes, "SB")[0]);
        Assert.Equal([2], OneColumn.Dimensions(spikes, "SB"));
    }

    [Fact]
    public void EncodeRate_takes_bytes_as_they_are()
    {
        IDataView data = OneColumn.Of(_context, "Pixels", [3], new byte[][] { [0, 1, 255] });
        var encode = (double gain) => OneColumn.Read(_context.Transforms.Spikes.EncodeRate("Spikes", "Pixels",
            new() { NumSteps = 1000, Gain = gain, Seed = 1 }).Fit(data).Transform(data), "Spikes")[0];
        Assert.Equal([0, 1, 1], encode(1).Take(3));
        Assert.InRange(encode(1f / 255).Where((_, slot) => slot % 3 == 1).Sum(), 1, 12);
    }

    [Fact]
    public void Doubles_bytes_and_singles_of_the_same_values_give_the_same_spikes()
    {
        RateEncodingOptions options = new() { NumSteps = 50, Seed = 3, Gain = 0.2 };
        float[][] spikes =
        [
            Encoded(OneColumn.Of(_context, "X", [4], new float[][] { [0, 1, 2, 3] })),
            Encoded(OneColumn.Of(_context, "X", [4], new double[][] { [0, 1, 2, 3] })),
            Encoded(OneColumn.Of(_context, "X", [4], new byte[][] { [0, 1, 2, 3] })),
        ];
        Assert.Equal(spikes[0], spikes[1]);
        Assert.Equal(spikes[0], spikes[2]);

        float[] Encoded(IDataView data) =>
            OneColumn.Read(_context.Transforms.Spikes.EncodeRate("Spikes", "X", options).Fit(data).Transform(data), "Spikes")[0];
    }

    [Fact]
    public void Seed_null_takes_the_contexts_seed()
    {
        IDataView data = OneColumn.Of(_context, [50], [.. Enumerable.Repeat(0.5f, 50)]);
        var encode = (int? seed) =>
            OneColumn.Read(new MLContext(seed).Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data).Transform(data),
            "Spikes")[0];
        Assert.Equal(encode(5), encode(5));
        Assert.NotEqual(encode(5), encode(6));
        Assert.NotEqual(encode(null), encode(null));
    }

    [Theory]
    [InlineData("Number")]
    [InlineData("Wide")]
    [InlineData("Text")]
    [InlineData("Key")]
    [InlineData("Single")]
    [InlineData("Flag")]
    public void Row_keys_tell_equal_rows_apart(string key)
    {
        IDataView data = _context.Data.LoadFromEnumerable(
        [
            new KeyedRow { Number = 1, Wide = 1, Text = "a", Key = 1, Single = 1, Flag = true },
            new KeyedRow { Number = 2, Wide = 2, Text = "b", Key = 2, Single = 2, Flag = false },
            new KeyedRow { Number = 1, Wide = 1, Text = "a", Key = 1, Single = 1, Flag = true },
        ]);
        float[][] spikes = OneColumn.Read(_context.Transforms.Spikes.EncodeRate("Spikes", "Features",
            new() { RowKeyColumnName = key }).Fit(data).Transform(data), "Spikes");
        Assert.NotEqual(spikes[0], spikes[1]);
        Assert.Equal(spikes[0], spikes[2]);
    }

    [Fact]
    public void Row_keys_of_equal_value_and_other_width_give_the_same_spikes()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new KeyedRow { Number = 7, Wide = 7 }]);
        var encode = (string key) => OneColumn.Read(_context.Transforms.Spikes.EncodeRate("Spikes", "Features",
            new() { Seed = 1, RowKeyColumnName = key }).Fit(data).Transform(data), "Spikes")[0];
        Assert.Equal(encode("Number"), encode("Wide"));
    }

    [Fact]
    public void Only_the_needed_columns_of_the_input_are_read()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new KeyedRow()]);
        IRowToRowMapper mapper = ((ITransformer)_context.Transforms.Spikes.EncodeRate("Spikes", "Features",
            new() { RowKeyColumnName = "Number" }).Fit(data)).GetRowToRowMapper(data.Schema);
        var needed = (string column) => mapper.GetDependencies([mapper.OutputSchema[column]]).Select(input => input.Name).Order();
        Assert.Equal(["Features", "Number"], needed("Spikes"));
        Assert.Equal(["Text"], needed("Text"));
    }

    [Theory]
    [InlineData(0.1f, false)]
    [InlineData(0.9f, true)]
    public void Spike_columns_are_sparse_where_that_is_smaller(float probability, bool dense)
    {
        IDataView data = OneColumn.Of(_context, [50], [.. Enumerable.Repeat(probability, 50)]);
        IDataView spikes = _context.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data).Transform(data);
        Assert.Equal(dense, spikes.GetColumn<VBuffer<float>>("Spikes").Single().IsDense);
    }

    [Fact]
    public void TimeVarying_takes_the_first_dimension_as_time()
    {
        IDataView data = OneColumn.Of(_context, [3, 2], [0, 1, 1, 0, 0, 0]);
        RateEncodingOptions options = new() { TimeVarying = true, FirstSpikeTime = 2 };
        IDataView spikes = _context.Transforms.Spikes.EncodeRate("Spikes", "Features", options).Fit(data).Transform(data);
        Assert.Equal([5, 2], OneColumn.Dimensions(spikes, "Spikes"));
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 0, 0, 0], OneColumn.Read(spikes, "Spikes")[0]);
    }

    [Fact]
    public void TimeVarying_refuses_another_number_of_steps()
    {
        IDataView data = OneColumn.Of(_context, [3, 2], [0, 1, 1, 0, 0, 0]);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _context.Transforms.Spikes.EncodeRate("Spikes", "Features",
            new() { TimeVarying = true, NumSteps = 10 }).Fit(data));
        Assert.Contains("3 + FirstSpikeTime (0) = 3", error.Message, StringComparison.Ordinal);
    }

    private sealed class TwoColumns
    {
        [VectorType(2)]
        public float[] A { get; set; } = [];

        public float B { get; set; }
    }

    private sealed class KeyedRow
    {
        [VectorType(10)]
        public float[] Features { get; set; } = [.. Enumerable.Repeat(0.5f, 10)];

        public int Number { get; set; }
        public ulong Wide { get; set; }
        public string Text { get; set; } = "";

        [KeyType(5)]
        public uint Key { get; set; }

        public float Single { get; set; }
        public bool Flag { get; set; }
    }
}
