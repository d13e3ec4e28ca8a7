using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Decoding;

/// <summary>Series of changes that start at each row's own values.</summary>
public class InitialValueTests
{
    private static readonly StepForwardEncodingOptions Code = new() { Threshold = 0.5 };

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void Decode_starts_each_row_at_the_values_of_a_column()
    {
        IDataView spikes = Spikes();
        ITransformer model = _context.Transforms.Spikes.Decode("Restored", "Spikes", Code, "First").Fit(spikes);
        Assert.Equal([[1, -1, 2, -2, 1.5f, -2.5f], [10, 20, 10, 20.5f, 10, 21]], Read(model.Transform(spikes)));
        Assert.Equal(Read(model.Transform(spikes)), Read(ModelFile.RoundTrip(_context, model, spikes.Schema, out _)
            .Transform(spikes)));
    }

    [Theory]
    [InlineData("Level")]
    [InlineData("Wide")]
    [InlineData("Small")]
    public void Decode_takes_one_value_for_all_neurons_in_any_type_of_number(string column)
    {
        IDataView spikes = Spikes();
        IDataView restored = _context.Transforms.Spikes.Decode("Restored", "Spikes", Code, column).Fit(spikes).Transform(spikes);
        Assert.Equal([[3, 3, 4, 2, 3.5f, 1.5f], [4, 4, 4, 4.5f, 4, 5]], Read(restored));
    }

    [Fact]
    public void Decode_adds_to_the_digits_of_a_Double_column_and_rounds_the_sum()
    {
        // Singles are 8 apart there: 3 + 3 is nearer to 8 than to 0, but not if each 3 is rounded.
        IDataView spikes = _context.Data.LoadFromEnumerable([new WideRow { Spikes = [0, 1], First = 1e8 + 3 }]);
        StepForwardEncodingOptions code = new() { Threshold = 3 };
        float[] Decode(SpikeCode own) => Read(_context.Transforms.Spikes.Decode("Restored", "Spikes", own, "First")
            .Fit(spikes).Transform(spikes))[0];
        Assert.Equal([1e8f, 1e8f + 8], Decode(code));
    }

    private sealed class WideRow
    {
        [VectorType(2)]
        public float[] Spikes { get; set; } = [];

        public double First { get; set; }

        [VectorType(1)]
        public float[] One { get; set; } = [0];

        [VectorType(2)]
        public float[] Pair { get; set; } = [0, 0];
    }

    [Fact]
    public void Decode_restores_every_row_of_a_stepwise_series_exactly()
    {
        DeltaEncodingOptions code = new() { Threshold = 0.5, Padding = true, OffSpike = true };
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 5).Select(row =>
            new Series { Signal = [row, row + 0.5f, row + 1, row + 0.5f], First = row }));
        IDataView restored = _context.Transforms.Spikes.EncodeDelta("Spikes", "Signal", code)
            .Append(_context.Transforms.Spikes.Decode("Restored", "Spikes", code, "First")).Fit(data).Transform(data);
        Assert.Equal(double.PositiveInfinity, _context.SpikeQuality.Evaluate(restored, "Signal", "Restored").SignalToNoise);
    }

    [Theory]
    [InlineData("Nothing", "Could not find initial value column 'Nothing'")]
    [InlineData("Note", "initial value column 'Note'")]
    [InlineData("Many", "initial value column 'Many': expected a scalar, or a vector of dimensions [2]")]
    public void Decode_refuses_a_column_that_is_no_initial_value_at_schema_time(string column, string message)
    {
        IDataView spikes = Spikes();
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Transforms.Spikes.Decode("Restored", "Spikes", Code, column).Fit(spikes).Transform(spikes)).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_takes_a_vector_of_one_for_a_single_series()
    {
        IDataView spikes = _context.Data.LoadFromEnumerable([new WideRow { Spikes = [0, 1], Pair = [5, 6], One = [7] }]);
        IDataView Decoded(string column) =>
            _context.Transforms.Spikes.Decode("Restored", "Spikes", Code, column).Fit(spikes).Transform(spikes);
        Assert.Equal([7, 7.5f], Read(Decoded("One"))[0]);
        Assert.Contains("initial value column 'Pair': expected a scalar, got",
            Assert.Throws<ArgumentOutOfRangeException>(() => Decoded("Pair")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_says_which_column_holds_a_value_that_is_not_finite()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Series { Signal = [0, 1, 0, 0], First = float.NaN }]);
        IDataView restored = _context.Transforms.Spikes.Decode("Restored", "Signal", Code, "First").Fit(data).Transform(data);
        Assert.Equal(("First", 0), Assert.Throws<InvalidFeatureException>(() => Read(restored)) is var error
            ? (error.ColumnName, error.Slot) : default);
    }

    [Fact]
    public void Decode_refuses_initial_values_for_codes_that_have_no_use_for_them()
    {
        foreach (SpikeCode code in new SpikeCode[] { new BsaEncodingOptions { Threshold = 0.5 },
            new ResidueEncodingOptions { Threshold = 1 }, new PhaseEncodingOptions() })
            Assert.Contains("without initial values", Assert.Throws<ArgumentException>(() =>
                _context.Transforms.Spikes.Decode("R", "S", code, "First")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _context.Transforms.Spikes.Decode("R", "S", Code, ""));
    }

    private static float[][] Read(IDataView data) => Engine.OneColumn.Read(data, "Restored");

    private IDataView Spikes() => _context.Data.LoadFromEnumerable(new[]
    {
        new Row { Spikes = [0, 0, 2, -2, -1, -1], First = [1, -1], Level = 3, Wide = 3, Small = 3 },
        new Row { Spikes = [0, 0, 0, 1, 0, 1], First = [10, 20], Level = 4, Wide = 4, Small = 4 },
    });

    private sealed class Row
    {
        [VectorType(3, 2)]
        public float[] Spikes { get; set; } = [];

        [VectorType(2)]
        public float[] First { get; set; } = [];

        [VectorType(3)]
        public float[] Many { get; set; } = [0, 0, 0];

        public float Level { get; set; }

        public double Wide { get; set; }

        public byte Small { get; set; }

        public string Note { get; set; } = "";
    }

    private sealed class Series
    {
        [VectorType(4)]
        public float[] Signal { get; set; } = [];

        public float First { get; set; }
    }
}
