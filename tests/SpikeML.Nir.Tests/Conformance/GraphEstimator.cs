using Microsoft.ML;
using Microsoft.ML.Data;
using static Microsoft.ML.Data.AnnotationUtils;

namespace SpikeML.Nir.Tests.Conformance;

/// <summary>Makes a graph for the shape of a column, so that a loaded graph can be tried as an estimator.</summary>
internal sealed class GraphEstimator(MLContext context, InputOutputColumnPair columns, bool isGraded) : IEstimator<ITransformer>
{
    public const int Outputs = 3;
    private readonly Dictionary<NirShape, NirTransformer> _loaded = [];

    public ITransformer Fit(IDataView input)
    {
        GetOutputSchema(SchemaShape.Create(input.Schema));
        NirShape shape = input.Schema[columns.InputColumnName].Type is VectorDataViewType { Dimensions: [_, .. var neurons] }
            ? neurons.IsEmpty ? [1] : NirShape.Create(neurons.AsSpan()) : [1];
        // Once: it is not fitting that takes memory for each weight.
        if (!_loaded.TryGetValue(shape, out NirTransformer? model))
            _loaded[shape] = model = context.Model.LoadNir(Graph(shape), columns.InputColumnName, Reading);
        model.GetOutputSchema(input.Schema);
        return model;
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        SpikeColumn.Check(context, inputSchema, columns.InputColumnName);
        SchemaShape.Column text(string kind) => new(kind, SchemaShape.Column.VectorKind.Scalar, TextDataViewType.Instance, false);
        SchemaShape kinds = new([text(Kinds.ScoreColumnKind), text(Kinds.ScoreValueKind)]);
        SchemaShape steps = new([new(SpikeAnnotations.NumSteps, SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.Int32,
            false)]);
        SchemaShape.Column[] added =
        [
            new("PredictedLabel", SchemaShape.Column.VectorKind.Scalar, NumberDataViewType.UInt32, true, kinds),
            new("Score", SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, kinds),
            new(columns.OutputColumnName, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single, false, steps),
        ];
        return new(inputSchema.Where(column => added.All(other => other.Name != column.Name)).Concat(added));
    }

    private NirReading Reading => new() { OutputSpikesColumnName = columns.OutputColumnName };

    private NirGraph Graph(NirShape shape)
    {
        NirArray weight = NirArray.Of([.. Enumerable.Range(0, Outputs * shape.Size).Select(i => MathF.Sin(i))],
            [Outputs, shape.Size]);
        NirArray tau = NirArray.Of([2e-4, 3e-4, 5e-4]), r = NirArray.Of([1.0, 2.0, 3.0]), zeros = NirArray.Filled(0.0, [Outputs]);
        NirNode neurons = isGraded ? new NirLi { Tau = tau, R = r, VLeak = zeros }
            : new NirLif { Tau = tau, R = r, VLeak = zeros, VThreshold = NirArray.Filled(0.2, [Outputs]), VReset = zeros };
        return ExampleGraphs.Chain(new NirInput { Shape = shape }, new NirFlatten(),
            new NirAffine { Weight = weight, Bias = NirArray.Filled(0.05f, [Outputs]) }, neurons, ExampleGraphs.Output(Outputs));
    }
}
