using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Prediction engines of a fitted and of a loaded model give what the batch gives, also on many threads.</summary>
public class PredictionTests
{
    [Theory]
    [Cases(Check.Predictions)]
    public void Engines_predict_what_the_batch_gives(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        Dictionary<int, string> batch =
            RowValues.Spikes(transformer.Transform(data)).ToDictionary(row => row.Id, row => row.Value);
        SampleRow[] rows = test.Rows();
        byte[] file = ModelFile.Save(context, transformer, data.Schema);
        if (test.Order != RowOrder.Irrelevant)
        {
            PredictsInOrderWhatTheBatchGives(test, context, transformer, file, batch);
            return;
        }
        var predictor = (ITransformer model, MLContext host) =>
            test.Predictor(host, model, SampleRow.Schema(test.InputDimensions));

        Func<SampleRow, string> fitted = predictor(transformer, context);
        Assert.All(rows.Concat(rows.Reverse()).Append(rows[0]), row => Assert.Equal(batch[row.Id], fitted(row)));
        Parallel.For(0, 6, worker =>
        {
            MLContext other = new(seed: worker);
            Func<SampleRow, string> loaded = predictor(ModelFile.Load(other, file), other);
            Assert.All(rows.Skip(worker * 7).Concat(rows), row => Assert.Equal(batch[row.Id], loaded(row)));
        });
    }

    private static void PredictsInOrderWhatTheBatchGives(
        ConformanceCase test, MLContext context, ITransformer transformer, byte[] file, Dictionary<int, string> batch)
    {
        SchemaDefinition schema = SampleRow.Schema(test.InputDimensions);
        // An ordinary engine may be given any row at any time.
        Assert.ThrowsAny<ArgumentException>(() =>
            context.Model.CreatePredictionEngine<SampleRow, SpikesRow>(transformer, inputSchemaDefinition: schema));
        SampleRow[] rows = test.Rows();
        var predict = (ITransformer model, MLContext host) =>
        {
            using var engine = model.CreateSpikeStreamEngine<SampleRow, SpikesRow>(host, schema);
            Assert.All(rows, row => Assert.Equal(batch[row.Id], RowValues.Text(engine.Predict(row).Spikes)));
        };
        predict(transformer, context);
        predict(transformer, context);
        Parallel.For(0, 6, worker =>
        {
            MLContext other = new(seed: worker);
            predict(ModelFile.Load(other, file), other);
        });
    }

    private sealed class SpikesRow
    {
        public float[] Spikes { get; set; } = [];
    }
}
