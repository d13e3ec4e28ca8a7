using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch.Tests.Conformance;

/// <summary>
/// A trainer together with the labels of the sample rows, so that it can be tried as an estimator that reads its input column
/// alone.
/// </summary>
internal sealed class LabelledTrainer(MLContext context, string label, string spikes, IEstimator<ITransformer> trainer)
    : IEstimator<ITransformer>
{
    public ITransformer Fit(IDataView input)
    {
        GetOutputSchema(SchemaShape.Create(input.Schema));
        int numSteps = ((VectorDataViewType)input.Schema[spikes].Type).Dimensions[0];
        SchemaDefinition definition = SchemaDefinition.Create(typeof(Labels));
        definition[nameof(Labels.Curve)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, numSteps);
        return trainer.Fit(context.Transforms.CustomMapping<Row, Labels>((row, labels) =>
        {
            (labels.Class, labels.Flag, labels.Number) = ((uint)(row.Id % 2) + 1, row.Id % 2 == 0, row.Id / 10f);
            labels.Curve = [.. Enumerable.Range(0, numSteps).Select(step => (row.Id + step) / 10f)];
        }, null, null, definition).Fit(input).Transform(input));
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        IEnumerable<SchemaShape.Column> labels = SchemaShape.Create(
            new MLContext().Data.LoadFromEnumerable(Array.Empty<Labels>()).Schema);
        SchemaShape output = trainer.GetOutputSchema(
            new SchemaShape(inputSchema.Append(labels.Single(column => column.Name == label))));
        return new SchemaShape(output.Where(column => column.Name != label));
    }

    internal sealed class Row
    {
        public int Id { get; set; }
    }

    internal sealed class Labels
    {
        [KeyType(3)]
        public uint Class { get; set; }

        public bool Flag { get; set; }

        public float Number { get; set; }

        [VectorType(1)]
        public float[] Curve { get; set; } = [];
    }
}
