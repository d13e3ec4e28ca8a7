using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(DenseSpikesTransformer), null, typeof(SignatureLoadModel),
    "Events to spikes", DenseSpikesTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(DenseSpikesTransformer), null, typeof(SignatureLoadRowMapper),
    "Events to spikes", DenseSpikesTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Turns columns of events (step, neuron, value) into spike columns; the values of events at the same place add up.</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Vector of Single, of variable or known size, 3 numbers an event |
/// | Output column data type | Known-size vector of Single, dimensions [NumSteps, Shape] |
/// | Exportable to ONNX | No |
/// ]]></format>
/// </remarks>
public sealed class DenseSpikesEstimator : SpikeEstimator<DenseSpikesTransformer>
{
    private readonly DenseSpikesOptions _options;

    internal DenseSpikesEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, DenseSpikesOptions options)
        : base(environment, nameof(DenseSpikesEstimator), columns) => _options = options.Validated();

    internal override void CheckInput(SchemaShape.Column column)
    {
        if (column.Kind == SchemaShape.Column.VectorKind.Scalar || column.IsKey || column.ItemType != NumberDataViewType.Single)
            throw Host.ExceptSchemaMismatch(nameof(column), "input", column.Name, DenseSpikesTransformer.Expected, column.GetTypeString());
    }

    internal override DenseSpikesTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _options);
}

/// <summary>What fitting a <see cref="DenseSpikesEstimator"/> gives.</summary>
public sealed class DenseSpikesTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeFromEvents";
    internal const string Expected = "a vector of Single, 3 numbers an event";

    // Counting the neurons anew for each row would enumerate the shape, which allocates.
    private readonly int _length;

    internal DenseSpikesTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, DenseSpikesOptions options)
        : base(host, columns) => (Options, _length) = (options, options.Length);

    /// <summary>The options.</summary>
    public DenseSpikesOptions Options { get; }

    internal override (string, string) Signature => ("SPKDENSE", LoaderSignature);

    internal override ImmutableArray<int> InputDimensions(int pair, DataViewSchema.Column column) =>
        column.Type is VectorDataViewType vector && vector.ItemType == NumberDataViewType.Single
            ? vector.Dimensions
            : throw Host.ExceptSchemaMismatch(nameof(column), "input", column.Name, Expected, column.Type.ToString());

    internal override FeatureReader MakeReader(DataViewRow row, DataViewSchema.Column column) => new EventReader(row, column);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) => [Options.NumSteps, .. Options.Shape];

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) => _length;

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes) =>
        EventVectors.ToDense(features, spikes, Options.NumSteps);

    internal override void SaveState(BinaryWriter writer) => Options.Save(writer);

    internal static DenseSpikesTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKDENSE", LoaderSignature), (columns, reader) =>
            new DenseSpikesTransformer(host, columns, DenseSpikesOptions.Load(reader)));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    private sealed class EventReader(DataViewRow row, DataViewSchema.Column column) : FeatureReader
    {
        private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(column);
        private VBuffer<float> _events;
        private float[] _dense = [];

        public override ReadOnlySpan<float> Read()
        {
            _getter(ref _events);
            if (_events.IsDense)
                return _events.GetValues();
            if (_dense.Length < _events.Length)
                _dense = new float[_events.Length];
            _events.CopyTo(_dense);
            return _dense.AsSpan(0, _events.Length);
        }
    }
}
