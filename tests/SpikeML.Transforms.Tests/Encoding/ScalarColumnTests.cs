using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Encoding;

/// <summary>What gives numbers, not spikes, gives a scalar for a scalar, as ML.NET's normalizers do.</summary>
public class ScalarColumnTests
{
    private readonly MLContext _context = new(seed: 1);

    private static readonly float[] Values = [0.2f, 0.5f, 1, 0];

    public static TheoryData<string> Verbs => ["scale", "spike times", "decoded times"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_scalar_stays_a_scalar_of_the_value_that_a_vector_of_one_has(string verb)
    {
        IDataView data = Data();
        ITransformer model = Estimator(verb, "Value").Fit(data);
        IDataView vectors = Estimator(verb, "Vector").Fit(data).Transform(data);
        float[] expected = [.. vectors.GetColumn<float[]>("Result").Select(row => row[0])];

        foreach (ITransformer own in new[] { model, ModelFile.RoundTrip(_context, model, data.Schema, out _) })
        {
            IDataView result = own.Transform(data);
            Assert.Equal(NumberDataViewType.Single, result.Schema["Result"].Type);
            Assert.Equal(_context.Transforms.NormalizeMinMax("Result", "Value").Fit(data).Transform(data).Schema["Result"].Type,
                result.Schema["Result"].Type);
            Assert.Equal(expected, result.GetColumn<float>("Result"));
            var engine = _context.Model.CreatePredictionEngine<Row, Scalar>(own);
            Assert.Equal(expected[1], engine.Predict(new Row { Value = Values[1] }).Result);
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void GetOutputSchema_promises_a_scalar(string verb)
    {
        IDataView data = Data();
        SchemaShape promised = Estimator(verb, "Value").GetOutputSchema(SchemaShape.Create(data.Schema));
        Assert.True(promised.TryFindColumn("Result", out SchemaShape.Column column));
        Assert.Equal(SchemaShape.Column.VectorKind.Scalar, column.Kind);
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_model_of_an_old_format_keeps_its_vector_of_one(string verb)
    {
        IDataView data = Data();
        ITransformer model = Estimator(verb, "Value", ModelFormat.Second).Fit(data);
        ITransformer loaded = ModelFile.RoundTrip(_context, model, data.Schema, out _);
        IDataView result = loaded.Transform(data);
        Assert.Equal([1], ((VectorDataViewType)result.Schema["Result"].Type).Dimensions);
        Assert.All(result.GetColumn<float[]>("Result"), row => Assert.Single(row));
    }

    private IEstimator<ITransformer> Estimator(string verb, string column, uint format = ModelFormat.Third)
    {
        SpikeCatalog spikes = _context.Transforms.Spikes;
        SpikeTimesEncodingOptions times = new() { ArithmeticFormat = format };
        return verb switch
        {
            "scale" => spikes.Encode("Result", column, new ScaleOptions { ArithmeticFormat = format }),
            "spike times" => spikes.Encode("Result", column, times),
            _ => spikes.Encode("Times", column, times).Append(spikes.Encode("Result", "Times",
                new SpikeDecodingOptions { Code = times, ArithmeticFormat = format })),
        };
    }

    private IDataView Data() => _context.Data.LoadFromEnumerable(
        Values.Select(value => new Row { Value = value, Vector = [value] }).ToArray());

    private sealed class Row
    {
        public float Value { get; set; }

        [VectorType(1)]
        public float[] Vector { get; set; } = [0];
    }

    private sealed class Scalar
    {
        public float Result { get; set; }
    }
}
