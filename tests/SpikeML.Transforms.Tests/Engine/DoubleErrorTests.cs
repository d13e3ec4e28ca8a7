using Microsoft.ML;

namespace SpikeML.Tests.Engine;

/// <summary>Errors name the value that a Double column has, and what to do about it.</summary>
public class DoubleErrorTests
{
    private const string Remedy = "Encoders work in single precision, up to 3.4E+38: scale the column first, for example "
        + "with mlContext.Transforms.NormalizeMinMax.";

    private readonly MLContext _context = new(seed: 1);

    [Fact]
    public void A_double_beyond_single_range_is_named_by_every_encoder()
    {
        IDataView data = OneColumn.Of(_context, "Features", [2], [[0.5, 1e40]]);
        foreach (SpikeCodeEntry entry in SpikeCodes.Encoders.Where(entry => entry.Default is FeatureCode or SeriesCode))
        {
            InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(
                _context.Transforms.Spikes.Encode([new("S", "Features")], entry.Default!).Fit(data).Transform(data), "S"));
            Assert.Equal($"Column 'Features', slot 1 is 1E+40. {Remedy}", error.Message);
            Assert.Equal(1e40, error.Value);
        }
    }

    [Fact]
    public void A_double_beyond_single_range_is_named_by_a_fitted_scale()
    {
        IDataView data = OneColumn.Of(_context, "Features", [2], [[0.5, 1]]), large =
            OneColumn.Of(_context, "Features", [2], [[0.5, -1e40]]);
        ITransformer model = _context.Transforms.Spikes.Scale("S", "Features").Fit(data);
        Assert.Equal($"Column 'Features', slot 1 is -1E+40. {Remedy}", Assert.Throws<InvalidFeatureException>(() =>
            OneColumn.Read(model.Transform(large), "S")).Message);
    }

    [Fact]
    public void A_kernel_names_the_double()
    {
        Assert.Equal($"Feature 1 is 1E+40. {Remedy}", Assert.Throws<InvalidFeatureException>(() =>
            DeltaEncoding.Encode([0, 1e40], new float[2], 1, new())).Message);
        Assert.Equal($"Feature 0 is 1E+40. {Remedy}", Assert.Throws<InvalidFeatureException>(() =>
            BinEncoding.Encode([1e40], new float[1000], [new ValueRange(0, 1)], new() { Regular = true })).Message);
    }

    [Fact]
    public void A_double_outside_the_unit_range_is_named_with_its_digits()
    {
        IDataView data = OneColumn.Of(_context, "Features", [1], [[1.0042000000001]]);
        Assert.Contains("slot 0 is 1.0042000000001. Values must be in [0, 1]", Assert.Throws<InvalidFeatureException>(() =>
            OneColumn.Read(_context.Transforms.Spikes.EncodeLatency("S", "Features").Fit(data).Transform(data), "S")).Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_finite_are_still_named_as_such()
    {
        foreach (double value in new[] { double.NaN, double.PositiveInfinity })
        {
            IDataView data = OneColumn.Of(_context, "Features", [1], [[value]]);
            IDataView spikes = _context.Transforms.Spikes.EncodeRate("S", "Features").Fit(data).Transform(data);
            Assert.Contains($"is {value}. Encoders need finite values",
                Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(spikes, "S")).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_stream_names_the_double()
    {
        IDataView data = OneColumn.Of(_context, "Features", [1], [[1], [1e40]]);
        Assert.Equal($"Column 'Features', slot 0 is 1E+40. {Remedy}", Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(
            _context.Transforms.Spikes.EncodeStream("S", "Features", new DeltaEncodingOptions()).Fit(data).Transform(data), "S"))
            .Message);
    }

    /// <summary>Models of the second format round the values first; the log of rows to sort has them rounded.</summary>
    [Theory]
    [InlineData(true, 2)]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    [InlineData(false, 3)]
    public void A_stream_of_any_format_and_order_names_the_double(bool isSorted, int format)
    {
        DeltaEncodingOptions code = new() { ArithmeticFormat = format == 2 ? ModelFormat.Second : ModelFormat.Third };
        SpikeStreamOptions order = isSorted ? new() { OrderColumnName = "Time", OutOfOrder = OutOfOrderPolicy.Sort } : new();
        IDataView data = _context.Data.LoadFromEnumerable([new Reading(), new Reading { Features = [0.5, 1e40], Time = -1 }]);
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(
            _context.Transforms.Spikes.EncodeStream("S", "Features", code, order).Fit(data).Transform(data), "S"));
        Assert.Equal($"Column 'Features', slot 1 is 1E+40. {Remedy}", error.Message);
        Assert.Equal(1e40, error.Value);
    }

    [Theory]
    [InlineData(2.0000000001, "2.0000000001")]
    [InlineData(1e40, "1E+40")]
    [InlineData(16777217.0, "16777217")]
    public void A_label_is_named_with_its_digits(double label, string named)
    {
        IDataView data = OneColumn.Of(_context, "Features", [1], [[label]]);
        Assert.Contains($"slot 0 is {named}. Labels must be whole numbers", Assert.Throws<InvalidFeatureException>(() =>
            OneColumn.Read(_context.Transforms.Spikes.EncodeRateTargets("T", "Features", new() { NumClasses = 5 })
                .Fit(data).Transform(data), "T")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_initial_value_is_named_with_its_digits()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row { Spikes = [0, 1], First = 1e40 }]);
        Assert.Equal($"Column 'First', slot 0 is 1E+40. {Remedy}", Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(
            _context.Transforms.Spikes.Decode("D", "Spikes", new DeltaEncodingOptions(), "First").Fit(data).Transform(data), "D"))
            .Message);
    }

    private sealed class Row
    {
        [Microsoft.ML.Data.VectorType(2)]
        public float[] Spikes { get; set; } = [];

        public double First { get; set; }
    }

    private sealed class Reading
    {
        [Microsoft.ML.Data.VectorType(2)]
        public double[] Features { get; set; } = [0, 0];

        public int Time { get; set; }
    }
}
