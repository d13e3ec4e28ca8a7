using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

/// <summary>What a user is told about bad columns, options and values, and when.</summary>
public class BadInputTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string, Func<SpikeCatalog, object>, string, string> Options => new()
    {
        { "NumSteps", spikes => spikes.EncodeRate("S", "F", new() { NumSteps = 0 }), "0", "NumSteps must be at least 1." },
        { "NumSteps", spikes => spikes.EncodeLatency("S", "F", new() { NumSteps = 0 }), "0", "NumSteps must be at least 1." },
        { "NumSteps", spikes => spikes.EncodeLatency("S", "F", new() { NumSteps = null, Normalize = true }), "",
            "NumSteps must be set if Normalize is set." },
        { "Threshold", spikes => spikes.EncodeLatency("S", "F", new() { Threshold = 1 }), "1",
            "Threshold must be above 0 and below 1." },
        { "Threshold", spikes => spikes.EncodeLatency("S", "F", new() { Threshold = 0 }), "0",
            "Threshold must be above 0 and below 1." },
        { "Threshold", spikes => spikes.EncodeDelta("S", "F", new() { Threshold = -0.5 }), "-0.5",
            "Threshold must be a finite number of at least 0." },
        { "FirstSpikeTime", spikes => spikes.EncodeRate("S", "F", new() { NumSteps = 5, FirstSpikeTime = 5 }), "5",
            "FirstSpikeTime must be 0 to NumSteps - 1 (4)." },
        { "FirstSpikeTime", spikes => spikes.EncodeLatency("S", "F", new() { NumSteps = 5, FirstSpikeTime = 9 }), "9",
            "FirstSpikeTime must be 0 to NumSteps - 1 (4)." },
        { "FirstSpikeTime", spikes => spikes.EncodeLatency("S", "F", new() { FirstSpikeTime = -1 }), "-1",
            "FirstSpikeTime must be 0 to NumSteps - 1 (99)." },
        { "Tau", spikes => spikes.EncodeLatency("S", "F", new() { Tau = 0 }), "0", "Tau must be a finite number above 0." },
        { "Epsilon", spikes => spikes.EncodeLatency("S", "F", new() { Threshold = 0.9, Epsilon = 1e-9 }), "1E-09",
            "Epsilon must be large enough" },
        { "OnTarget", spikes => spikes.EncodeLatency("S", "F", new() { OnTarget = 0.1, OffTarget = 0.2, Interpolate = true }),
            "0.1", "OnTarget must be at least OffTarget (0.2)" },
        { "Gain", spikes => spikes.EncodeRate("S", "F", new() { Gain = double.NaN }), "NaN",
            "Gain must be a finite number in single precision." },
        { "Offset", spikes => spikes.EncodeRate("S", "F", new() { Offset = double.PositiveInfinity }), "∞",
            "Offset must be a finite number" },
        { "RowKeyColumnName", spikes => spikes.EncodeRate("S", "F", new() { RowKeyColumnName = "" }), "",
            "RowKeyColumnName must be the name of a column, or null." },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Options_out_of_range_are_refused_when_the_estimator_is_made(string option, Func<SpikeCatalog, object> make,
        string value, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => make(_context.Transforms.Spikes));
        Assert.Equal(option, error.ParamName);
        Assert.Equal(value, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{error.ActualValue}")
            .Replace("Infinity", "∞", StringComparison.Ordinal));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate", "a scalar or a known-size vector of Single, Double or Byte")]
    [InlineData("latency", "a scalar or a known-size vector of Single, Double or Byte")]
    [InlineData("times", "a scalar or a known-size vector of Single, Double or Byte")]
    [InlineData("delta", "a known-size vector of Single, Double or Byte whose first dimension is time")]
    [InlineData("varying", "a known-size vector of Single, Double or Byte whose first dimension is time")]
    public void Columns_that_cannot_be_encoded_are_refused_by_name_when_fitting(string encoder, string expected)
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row()]);
        AssertMismatch("Could not find input column 'Missing'", () => Make(encoder, "Missing").Fit(data));
        AssertMismatch($"Schema mismatch for input column 'Text': expected {expected}, got String", () =>
            Make(encoder, "Text").Fit(data));
        AssertMismatch($"Schema mismatch for input column 'Variable': expected {expected}, got VarVector<Single>", () =>
            Make(encoder, "Variable").Fit(data));
        AssertMismatch($"Schema mismatch for input column 'Words': expected {expected}, got Vector<String>", () =>
            Make(encoder, "Words").Fit(data));
        if (encoder is "delta" or "varying")
            AssertMismatch($"Schema mismatch for input column 'Scalar': expected {expected}, got Single", () =>
                Make(encoder, "Scalar").Fit(data));
    }

    [Fact]
    public void Row_keys_that_cannot_be_used_are_refused_by_name()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row()]);
        var fit = (string key) =>
            (Action)(() => _context.Transforms.Spikes.EncodeRate("S", "Features", new() { RowKeyColumnName = key }).Fit(data));
        AssertMismatch("Could not find row key column 'Missing'", fit("Missing"));
        AssertMismatch("Schema mismatch for row key column 'Features': expected a scalar of type key", fit("Features"));
    }

    [Fact]
    public void A_model_refuses_data_that_lacks_its_columns()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row()]);
        ITransformer model = _context.Transforms.Spikes.EncodeRate("S", "Features").Fit(data);
        IDataView other = _context.Data.LoadFromEnumerable([new { Values = 1f }]);
        AssertMismatch("Could not find input column 'Features'", () => model.Transform(other));
        AssertMismatch("Could not find input column 'Features'", () => model.GetOutputSchema(other.Schema));
    }

    [Fact]
    public void Output_columns_of_the_same_name_are_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            _context.Transforms.Spikes.EncodeRate([new("S", "A"), new("S", "B")]));
        Assert.Contains("'S' is named more than once", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rate", float.NaN, "Column 'Features', slot 1 is NaN. Encoders need finite values")]
    [InlineData("delta", float.PositiveInfinity, "Column 'Features', slot 1 is Infinity. Encoders need finite values")]
    [InlineData("latency", -0.1f, "Column 'Features', slot 1 is -0.1. Values must be in [0, 1]")]
    [InlineData("times", 1.1f, "Column 'Features', slot 1 is 1.1. Values must be in [0, 1]")]
    [InlineData("latency", float.NaN, "Column 'Features', slot 1 is NaN. Encoders need finite values")]
    public void Values_that_cannot_be_encoded_are_named_when_their_row_is_read(string encoder, float value, string message)
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row { Features = [0, value] }]);
        IDataView spikes = Make(encoder, "Features").Fit(data).Transform(data);
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["S"]]);
        VBuffer<float> row = default;
        cursor.MoveNext();
        var error = Assert.Throws<InvalidFeatureException>(() => cursor.GetGetter<VBuffer<float>>(spikes.Schema["S"])(ref row));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spike_past_the_end_is_named_with_the_remedy()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Row { Features = [0.011f, 1] }]);
        PredictionEngine<Row, Spikes> engine = _context.Model.CreatePredictionEngine<Row, Spikes>(
            _context.Transforms.Spikes.EncodeLatency("S", "Features", new() { NumSteps = 5, Tau = 5 }).Fit(data));
        var error = Assert.Throws<InvalidFeatureException>(() => engine.Predict(new Row { Features = [0.011f, 1] }));
        Assert.Equal("Column 'Features', slot 0 is 0.011. It fires at step 12, after the last step (4): "
            + "raise NumSteps, lower Tau, set Normalize, or set Bypass to drop such spikes.", error.Message);
    }

    [Theory]
    [InlineData("rate", 0)]
    [InlineData("rate", 1)]
    [InlineData("latency", 3)]
    [InlineData("delta", 1)]
    public void A_row_of_another_length_than_its_type_says_is_refused_by_name(string encoder, int length)
    {
        PredictionEngine<Row, Spikes> engine = _context.Model.CreatePredictionEngine<Row, Spikes>(
            Make(encoder, "Features").Fit(_context.Data.LoadFromEnumerable([new Row()])));
        var error = Assert.Throws<InvalidOperationException>(() => engine.Predict(new Row { Features = new float[length] }));
        Assert.Equal($"Column 'Features' has a row of {length} value{(length == 1 ? "" : "s")}, but its type "
            + "Vector<Single, 2> has "
            + "2: make every row that long.", error.Message);
    }

    [Fact]
    public void A_sparse_or_converted_row_of_another_length_is_refused_by_name()
    {
        AssertLength(new VBuffer<float>(3, 1, [1f], [0]), NumberDataViewType.Single);
        AssertLength(new VBuffer<double>(3, [1, 1, 1]), NumberDataViewType.Double);
        AssertLength(new VBuffer<byte>(1, [1]), NumberDataViewType.Byte);
    }

    private void AssertLength<T>(VBuffer<T> features, PrimitiveDataViewType itemType)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Buffer<T>));
        schema["Features"].ColumnType = new VectorDataViewType(itemType, 2);
        IDataView data = _context.Data.LoadFromEnumerable([new Buffer<T> { Features = features }], schema);
        IDataView spikes = Make("rate", "Features").Fit(data).Transform(data);
        var error = Assert.Throws<InvalidOperationException>(() => spikes.GetSpikeTrains("S").ToArray());
        Assert.StartsWith($"Column 'Features' has a row of {features.Length} value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_train_too_large_for_an_array_is_refused_by_name()
    {
        IDataView data = OneColumn.Of(_context, [1000, 1000], new float[1_000_000]);
        AssertMismatch("lower NumSteps",
            () => _context.Transforms.Spikes.EncodeRate("S", "Features", new() { NumSteps = 5000 }).Fit(data));
    }

    private IEstimator<ITransformer> Make(string encoder, string column) => encoder switch
    {
        "rate" => _context.Transforms.Spikes.EncodeRate("S", column),
        "varying" => _context.Transforms.Spikes.EncodeRate("S", column, new() { TimeVarying = true }),
        "latency" => _context.Transforms.Spikes.EncodeLatency("S", column),
        "times" => _context.Transforms.Spikes.EncodeSpikeTimes("S", column),
        _ => _context.Transforms.Spikes.EncodeDelta("S", column),
    };

    private static void AssertMismatch(string message, Action act) =>
        Assert.Contains(message, Assert.Throws<ArgumentOutOfRangeException>(act).Message, StringComparison.Ordinal);

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Features { get; set; } = [0, 1];

        public float[] Variable { get; set; } = [0, 1];
        public float Scalar { get; set; }
        public string Text { get; set; } = "";

        [VectorType(2)]
        public string[] Words { get; set; } = ["", ""];
    }

    private sealed class Buffer<T>
    {
        public VBuffer<T> Features { get; set; }
    }

    private sealed class Spikes
    {
        public float[] S { get; set; } = [];
    }
}
