using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(SpikeEventsTransformer), null, typeof(SignatureLoadModel),
    "Spikes to events", SpikeEventsTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikeEventsTransformer), null, typeof(SignatureLoadRowMapper),
    "Spikes to events", SpikeEventsTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Turns spike columns into columns of events: for each spike its step, neuron and value, in time order.</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Variable-size vector of Single, dimensions [events, 3] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class SpikeEventsEstimator : SpikeEstimator<SpikeEventsTransformer>
{
    internal SpikeEventsEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns)
        : base(environment, nameof(SpikeEventsEstimator), columns)
    {
    }

    internal override bool ScalarAllowed => false;

    internal override SchemaShape.Column.VectorKind OutputKind => SchemaShape.Column.VectorKind.VariableVector;

    internal override SpikeEventsTransformer FitChecked(IDataView input) => new(Host, ColumnPairs);
}

/// <summary>What fitting a <see cref="SpikeEventsEstimator"/> gives.</summary>
public sealed class SpikeEventsTransformer : SpikeTransformer
{
    internal const string LoaderSignature = "SpikeToEvents";

    internal SpikeEventsTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns)
        : base(host, columns)
    {
    }

    internal override bool ScalarAllowed => false;

    internal override (string, string) Signature => ("SPKEVENT", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column)
    {
        ImmutableArray<int> dimensions = base.InputDimensions(pair, column);
        EventVectors.CheckSize(Host, column, dimensions);
        return dimensions;
    }

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) => [0, EventVectors.Fields];

    internal override void EncodeRow(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, ref VBuffer<float> spikes)
    {
        FeatureCheck.AllFinite(features);
        VBufferEditor<float> editor = VBufferEditor.Create(ref spikes, (features.Length - features.Count(0f)) * EventVectors.Fields);
        EventVectors.FromDense(features, editor.Values, features.Length / inputDimensions[0]);
        spikes = editor.Commit();
    }

    internal override void SaveState(BinaryWriter writer)
    {
    }

    internal static SpikeEventsTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKEVENT", LoaderSignature), (columns, _) => new SpikeEventsTransformer(host, columns));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
