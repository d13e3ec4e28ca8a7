using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Plot.Tests.Export;

public class SpikeRasterDataViewTests
{
    private readonly MLContext _mlContext = new(seed: 1);

    private int _valuesComputed, _rowsRead;

    [Fact]
    public void SaveRaster_computes_one_value_and_reads_no_row_beyond_it()
    {
        using TemporaryFolder folder = new();
        Data(rows: 1000).SaveRaster("Spikes", 3, folder.File("a.csv"));

        Assert.Equal("step,neuron,value\n1,0,3\n1,2,-1\n", File.ReadAllText(folder.File("a.csv")));
        Assert.Equal((1, 4), (_valuesComputed, _rowsRead));
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("a.svg")]
    public void SaveRaster_draws_the_row(string name)
    {
        using TemporaryFolder folder = new();
        Data(rows: 3).SaveRaster("Spikes", 2, folder.File(name), new() { Title = "Row 2" });
        SpikeTrain.FromEvents([new(1, 0, 2), new(1, 2, -1)], 2, 3)
            .SaveRaster(folder.File("own-" + name), new() { Title = "Row 2" });

        Assert.Equal(File.ReadAllBytes(folder.File("own-" + name)), File.ReadAllBytes(folder.File(name)));
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(100, true)]
    public void SaveRaster_says_how_many_rows_there_are_when_the_row_is_beyond_them(long row, bool countIsKnown)
    {
        using TemporaryFolder folder = new();
        IDataView data = countIsKnown ? _mlContext.Data.Cache(Data(rows: 3)) : Data(rows: 3);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => data.SaveRaster("Spikes", row, folder.File("a.png")));

        Assert.Equal("row", error.ParamName);
        Assert.Contains("The data has 3 rows", error.Message, StringComparison.Ordinal);
        Assert.Empty(folder.FileNames);
    }

    [Fact]
    public void SaveRaster_refuses_a_row_below_0() =>
        Assert.Throws<ArgumentOutOfRangeException>("row", () => Data(rows: 3).SaveRaster("Spikes", -1, "a.png"));

    [Fact]
    public void SaveRaster_refuses_spike_columns_that_were_concatenated()
    {
        IDataView digits = _mlContext.Data.LoadSampleDigits(2);
        IDataView data = _mlContext.Transforms.Spikes.EncodeRate([new("A", "Features"), new("B", "Features")])
            .Append(_mlContext.Transforms.Concatenate("Both", "A", "B")).Fit(digits).Transform(digits);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => data.SaveRaster("Both", 0, "a.png"));
        Assert.Contains("mlContext.Transforms.Spikes.Join(\"Both\", \"A\", \"B\")", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("None", "There is no column 'None'")]
    [InlineData("Index", "is not a spike column: expected Vector<Single>")]
    public void SaveRaster_refuses_a_column_without_spikes(string column, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Data(rows: 3).SaveRaster(column, 0, "a.png"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaveRaster_refuses_an_unknown_extension_before_it_reads()
    {
        var error = Assert.Throws<ArgumentException>(() => Data(rows: 3).SaveRaster("Spikes", 0, "a.gif"));

        Assert.Contains("Known extensions are .png, .svg, .pdf, .csv.", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _rowsRead);
    }

    [Theory]
    [InlineData("a.gif")]
    [InlineData("a.apng")]
    [InlineData("a.html")]
    public void SaveAnimation_animates_the_row_and_computes_no_other(string name)
    {
        using TemporaryFolder folder = new();
        Data(rows: 1000).SaveAnimation("Spikes", 2, folder.File(name), new() { Title = "Row 2" });
        SpikeTrain.FromEvents([new(1, 0, 2), new(1, 2, -1)], 2, 3)
            .SaveAnimation(folder.File("own-" + name), new() { Title = "Row 2" });

        Assert.Equal(File.ReadAllBytes(folder.File("own-" + name)), File.ReadAllBytes(folder.File(name)));
        Assert.Equal((1, 3), (_valuesComputed, _rowsRead));
    }

    [Fact]
    public void SaveAnimation_refuses_an_unknown_extension_before_it_reads()
    {
        var error = Assert.Throws<ArgumentException>(() => Data(rows: 3).SaveAnimation("Spikes", 0, "a.avi"));

        Assert.Contains("Known extensions are .gif,", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _rowsRead);
    }

    [Fact]
    public void SaveAnimation_refuses_rows_and_columns_that_are_not_there()
    {
        Assert.Throws<ArgumentOutOfRangeException>("row", () => Data(rows: 3).SaveAnimation("Spikes", 3, "a.gif"));
        Assert.Throws<ArgumentOutOfRangeException>("columnName", () => Data(rows: 3).SaveAnimation("None", 0, "a.gif"));
    }

    private IDataView Data(int rows)
    {
        IDataView indices = _mlContext.Data.LoadFromEnumerable(Indices(rows));
        return _mlContext.Transforms.CustomMapping<Source, Row>(Encode, contractName: null).Fit(indices).Transform(indices);
    }

    private IEnumerable<Source> Indices(int rows)
    {
        for (int index = 0; index < rows; index++)
        {
            _rowsRead++;
            yield return new Source { Index = index };
        }
    }

    private void Encode(Source source, Row row)
    {
        _valuesComputed++;
        row.Spikes = [0, 0, 0, source.Index, 0, -1];
    }

    private sealed class Source
    {
        public float Index { get; set; }
    }

    private sealed class Row
    {
        [VectorType(2, 3)]
        public float[] Spikes { get; set; } = [];
    }
}
