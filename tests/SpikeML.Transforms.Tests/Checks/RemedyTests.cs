using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Checks;

/// <summary>What an error tells the user to do works: each error is provoked, and gone once its remedy is taken.</summary>
public class RemedyTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string> CodesOfUnitValues => ["latency", "spike times", "phase", "burst"];

    [Theory]
    [MemberData(nameof(CodesOfUnitValues))]
    public void Values_outside_0_to_1_are_encoded_once_they_are_scaled(string code)
    {
        IDataView fitted = Data([0, 0, 0], [10, 10, 10]), later = Data([10.042f, -0.001f, 3]);

        string message = Error(Code(code, "Values").Fit(later).Transform(later));
        Assert.Contains("mlContext.Transforms.Spikes.Scale", message, StringComparison.Ordinal);

        Read(_context.Transforms.Spikes.Scale("Scaled", "Values").Append(Code(code, "Scaled")).Fit(fitted).Transform(later));
    }

    [Fact]
    public void NormalizeMinMax_is_no_remedy_for_values_outside_0_to_1()
    {
        IDataView fitted = Data([0, 0, 0], [10, 10, 10]), later = Data([10.042f, 0, 3]);
        ITransformer model = _context.Transforms.NormalizeMinMax("Scaled", "Values").Append(Code("latency", "Scaled"))
            .Fit(fitted);
        Assert.StartsWith("Column 'Scaled', slot 0 is 1.0042", Error(model.Transform(later)), StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_rates_are_encoded_once_they_are_scaled()
    {
        IDataView data = Data([-1, 0, 4]);
        IEstimator<ITransformer> Encoder(string column) => _context.Transforms.Spikes.EncodePoissonIntervals("Spikes", column);
        Assert.Contains("mlContext.Transforms.Spikes.Scale", Error(Encoder("Values").Fit(data).Transform(data)),
            StringComparison.Ordinal);
        Read(_context.Transforms.Spikes.Scale("Scaled", "Values").Append(Encoder("Scaled")).Fit(data).Transform(data));
    }

    [Fact]
    public void A_missing_value_is_encoded_once_it_is_replaced()
    {
        IDataView data = Data([0, float.NaN, 1]);
        Assert.Contains("mlContext.Transforms.ReplaceMissingValues", Error(Code("latency", "Values").Fit(data).Transform(data)),
            StringComparison.Ordinal);
        Read(_context.Transforms.ReplaceMissingValues("Values").Append(Code("latency", "Values")).Fit(data).Transform(data));
    }

    [Fact]
    public void Infinity_is_gone_once_its_row_is_filtered()
    {
        IDataView data = Data([0, float.PositiveInfinity, 1], [1, 0, 1]);
        IEstimator<ITransformer> encoder = Code("latency", "Values");
        Assert.Contains("mlContext.Data.FilterByCustomPredicate", Error(encoder.Fit(data).Transform(data)),
            StringComparison.Ordinal);
        IDataView kept = _context.Data.FilterByCustomPredicate<Row>(data, row => row.Values.Any(float.IsInfinity));
        Assert.Equal(1, Read(encoder.Fit(kept).Transform(kept)));
        IDataView replaced = _context.Transforms.ReplaceMissingValues("Values").Fit(data).Transform(data);
        Assert.StartsWith("Column 'Values', slot 1 is Infinity", Error(encoder.Fit(replaced).Transform(replaced)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_label_is_gone_once_its_row_is_filtered()
    {
        // ML.NET takes a number that is no key's as a missing one.
        IDataView data = _context.Data.LoadFromEnumerable([new Row { Label = 1 }, new Row { Label = 9 }, new Row { Label = 3 }]);
        IEstimator<ITransformer> targets =
            _context.Transforms.Spikes.EncodeRateTargets("Spikes", "Label", new() { NumSteps = 2 });
        Assert.Contains("mlContext.Data.FilterRowsByMissingValues", Error(targets.Fit(data).Transform(data)),
            StringComparison.Ordinal);
        IDataView kept = _context.Data.FilterRowsByMissingValues(data, "Label");
        Assert.Equal(2, Read(targets.Fit(kept).Transform(kept)));
    }

    private IEstimator<ITransformer> Code(string name, string column) => name switch
    {
        "latency" => _context.Transforms.Spikes.EncodeLatency("Spikes", column),
        "spike times" => _context.Transforms.Spikes.EncodeSpikeTimes("Spikes", column),
        "phase" => _context.Transforms.Spikes.EncodePhase("Spikes", column),
        _ => _context.Transforms.Spikes.EncodeBurst("Spikes", column),
    };

    private IDataView Data(params float[][] rows) =>
        _context.Data.LoadFromEnumerable(rows.Select(values => new Row { Values = values }).ToArray());

    private static string Error(IDataView data) => Assert.Throws<InvalidFeatureException>(() => Read(data)).Message;

    private static int Read(IDataView data) => data.GetColumn<float[]>("Spikes").Count();

    private sealed class Row
    {
        [VectorType(3)]
        public float[] Values { get; set; } = [0, 0, 0];

        [KeyType(4)]
        public uint Label { get; set; }
    }
}
