using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Annotations;

/// <summary>Names and IsNormalized pass through transforms whose slots map one to one.</summary>
public class ColumnNotesTests
{
    private static readonly string[] Names = ["Temperature", "Pressure"];

    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void Scale_keeps_slot_names_and_is_normalized()
    {
        IDataView scaled = Fitted(Spikes.Scale("Features"));
        Assert.Equal(Names, NamesOf(scaled, "Features"));
        Assert.True(scaled.Schema["Features"].IsNormalized());
    }

    [Theory]
    [InlineData(SpikeReadoutKind.Count)]
    [InlineData(SpikeReadoutKind.MeanRate)]
    [InlineData(SpikeReadoutKind.FirstSpikeTime)]
    public void Readouts_have_the_names_of_the_encoded_features(SpikeReadoutKind kind)
    {
        IDataView read = Fitted(Spikes.EncodeRate("Spikes", "Features").Append(Spikes.ReadOut([new("Out", "Spikes")], kind)));
        Assert.Equal(Names, NamesOf(read, "Out"));
        Assert.Equal(kind == SpikeReadoutKind.MeanRate, read.Schema["Out"].IsNormalized());
    }

    [Fact]
    public void Decoded_features_have_their_names_again()
    {
        LatencyEncodingOptions code = new() { NumSteps = 20, Linear = true };
        IDataView decoded = Fitted(Spikes.EncodeLatency("Spikes", "Features", code).Append(Spikes.Decode("Out", "Spikes", code))
            .Append(Spikes.EncodeSpikeTimes("Times", "Features")));
        Assert.Equal(Names, NamesOf(decoded, "Out"));
        Assert.Equal(Names, NamesOf(decoded, "Times"));
    }

    [Fact]
    public void A_stream_keeps_the_names_of_its_slots()
    {
        IDataView spikes = Fitted(Spikes.EncodeStream("Spikes", "Features", new DeltaEncodingOptions()));
        Assert.Equal(Names, NamesOf(spikes, "Spikes"));
        Assert.Equal(Names, NamesOf(spikes, "Spikes", SpikeAnnotations.NeuronNames));
        Assert.Equal(1, SpikeAnnotations.StepsOf(spikes.Schema["Spikes"]));
    }

    [Fact]
    public void A_series_keeps_the_names_of_its_slots()
    {
        IDataView spikes = Fitted(Spikes.EncodeDelta("Spikes", "Features").Append(Spikes.ReadOutCumulativeSum("Sums", "Spikes")));
        Assert.Equal(Names, NamesOf(spikes, "Spikes"));
        Assert.Equal(Names, NamesOf(spikes, "Sums"));
    }

    [Fact]
    public void Codes_of_several_neurons_a_feature_have_no_names()
    {
        IDataView spikes = Fitted(Spikes.EncodeReceptiveFields("Spikes", "Features"));
        Assert.Null(spikes.Schema["Spikes"].Annotations.Schema.GetColumnOrNull(SpikeAnnotations.NeuronNames));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Targets_have_the_names_of_the_classes(bool areNumbers)
    {
        IDataView data = areNumbers
            ? _context.Data.LoadFromEnumerable([new { Label = 30 }, new { Label = 10 }])
            : _context.Data.LoadFromEnumerable([new { Label = "30" }, new { Label = "10" }]);
        IDataView targets = _context.Transforms.Conversion.MapValueToKey("Label")
            .Append(Spikes.EncodeRateTargets("Rates", "Label", new() { NumSteps = 5 }))
            .Append(Spikes.EncodeLatencyTargets("Times", "Label", new() { NumClasses = 3 }))
            .Append(Spikes.ReadOutCount("Counts", "Rates")).Fit(data).Transform(data);
        Assert.Equal(["30", "10"], NamesOf(targets, "Rates", SpikeAnnotations.NeuronNames));
        Assert.Equal(["30", "10", ""], NamesOf(targets, "Times", SpikeAnnotations.NeuronNames));
        Assert.Equal(["30", "10"], NamesOf(targets, "Counts"));
    }

    [Fact]
    public void Targets_of_truth_values_have_their_names()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new { Label = true }, new { Label = false }]);
        IDataView targets = _context.Transforms.Conversion.MapValueToKey("Label")
            .Append(Spikes.EncodeRateTargets("Rates", "Label", new() { NumSteps = 5 })).Fit(data).Transform(data);
        Assert.Equal(["True", "False"], NamesOf(targets, "Rates", SpikeAnnotations.NeuronNames));
    }

    [Fact]
    public void Estimators_promise_the_names_that_they_deliver()
    {
        IDataView data = Named();
        IEstimator<ITransformer> pipeline = Spikes.Scale("Scaled", "Features").Append(Spikes.EncodeRate("Spikes", "Scaled"))
            .Append(Spikes.ReadOutMeanRate("Rates", "Spikes")).Append(Spikes.Join("Both", "Spikes", "Spikes"))
            .Append(Spikes.Reshape("Square", "Spikes", [100, 2, 1]));
        SchemaShape promised = pipeline.GetOutputSchema(SchemaShape.Create(data.Schema));
        SchemaShape delivered = SchemaShape.Create(pipeline.Fit(data).Transform(data).Schema);
        Assert.Equal(delivered.Select(Conformance.SchemaAssert.Describe).Order(),
            promised.Select(Conformance.SchemaAssert.Describe).Order());
        Assert.True(promised.TryFindColumn("Rates", out SchemaShape.Column rates));
        Assert.Equal(["IsNormalized", "SlotNames"], rates.Annotations.Select(note => note.Name).Order());
    }

    [Fact]
    public void Permutation_importance_names_features_behind_scaling_and_readouts()
    {
        Random random = new(1);
        IDataView data = _context.Data.LoadFromEnumerable(Enumerable.Range(0, 200).Select(_ => (float)random.NextDouble())
            .Select(x => new { A = x * 50, B = (float)random.NextDouble(), Label = x > 0.5f }));
        var pipeline = _context.Transforms.Concatenate("Features", "A", "B").Append(Spikes.Scale("Features"))
            .Append(Spikes.EncodeRegularRate("Spikes", "Features", new() { NumSteps = 20 }))
            .Append(Spikes.ReadOutMeanRate("Rates", "Spikes"))
            .Append(_context.BinaryClassification.Trainers.LbfgsLogisticRegression("Label", "Rates"));
        ITransformer model = pipeline.Fit(data);
        var importance = _context.BinaryClassification.PermutationFeatureImportanceNonCalibrated(model, model.Transform(data),
            "Label");
        Assert.Equal(["A", "B"], importance.Keys.Order());
        Assert.True(importance["A"].AreaUnderRocCurve.Mean < importance["B"].AreaUnderRocCurve.Mean - 0.1);
    }

    private IDataView Named()
    {
        IDataView data = _context.Data.LoadFromEnumerable(
            [new { Temperature = 0.2f, Pressure = 1f }, new { Temperature = 0.9f, Pressure = 0.5f }]);
        return _context.Transforms.Concatenate("Features", Names).Fit(data).Transform(data);
    }

    private IDataView Fitted<T>(IEstimator<T> estimator)
        where T : class, ITransformer
    {
        IDataView data = Named();
        return estimator.Fit(data).Transform(data);
    }

    private static string[] NamesOf(IDataView data, string column, string kind = "SlotNames")
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        data.Schema[column].Annotations.GetValue(kind, ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
