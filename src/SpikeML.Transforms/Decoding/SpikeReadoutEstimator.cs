using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML;

[assembly: LoadableClass(typeof(SpikeReadoutTransformer), null, typeof(SignatureLoadModel),
    "Spike readout", SpikeReadoutTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikeReadoutTransformer), null, typeof(SignatureLoadRowMapper),
    "Spike readout", SpikeReadoutTransformer.LoaderSignature)]

namespace SpikeML;

/// <summary>Counts spikes, or takes their rate, first time or sum, for each neuron (<see cref="SpikeReadout"/>).</summary>
/// <remarks>
/// <format type="text/markdown"><![CDATA[
/// ###  Estimator characteristics
/// |  |  |
/// | -- | -- |
/// | Does this estimator need to look at the data to train its parameters? | No |
/// | Input column data type | Single, Double or Byte: known-size vector, time first |
/// | Output column data type | Known-size vector of Single, the dimensions without time ([1] where none is left); of cumulative sums, the input's |
/// | Exportable to ONNX | No |
/// ]]></format>
/// Any column whose first dimension is time can be read out, not only spikes.
/// </remarks>
public sealed class SpikeReadoutEstimator : SpikeEstimator<SpikeReadoutTransformer>
{
    private readonly SpikeReadoutKind _kind;

    internal SpikeReadoutEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, SpikeReadoutKind kind)
        : base(environment, nameof(SpikeReadoutEstimator), columns) => _kind = kind;

    internal override bool ScalarAllowed => false;

    internal override SpikeReadoutTransformer FitChecked(IDataView input) => new(Host, ColumnPairs, _kind);
}

/// <summary>What fitting a <see cref="SpikeReadoutEstimator"/> gives.</summary>
public sealed class SpikeReadoutTransformer : DenseCodeTransformer
{
    internal const string LoaderSignature = "SpikeReadout";

    internal SpikeReadoutTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns, SpikeReadoutKind kind)
        : base(host, columns) => Kind = kind;

    /// <summary>What is read out.</summary>
    public SpikeReadoutKind Kind { get; }

    internal override bool ScalarAllowed => false;

    internal override (string, string) Signature => ("SPKREADO", LoaderSignature);

    internal override ImmutableArray<int> OutputDimensions(int pair, ImmutableArray<int> inputDimensions) =>
        Kind == SpikeReadoutKind.CumulativeSum ? inputDimensions : inputDimensions.Length == 1 ? [1] : inputDimensions.RemoveAt(0);

    internal override int OutputLength(int pair, ImmutableArray<int> inputDimensions, int inputLength) =>
        Kind == SpikeReadoutKind.CumulativeSum ? inputLength : inputLength / inputDimensions[0];

    internal override void Encode(
        int pair, ImmutableArray<int> inputDimensions, ReadOnlySpan<float> features, ulong rowKey, Span<float> spikes)
    {
        FeatureCheck.AllFinite(features);
        switch (Kind)
        {
            case SpikeReadoutKind.Count:
                SpikeReadout.Count(features, spikes);
                break;
            case SpikeReadoutKind.MeanRate:
                SpikeReadout.MeanRate(features, spikes);
                break;
            case SpikeReadoutKind.FirstSpikeTime:
                SpikeReadout.FirstSpikeTime(features, spikes);
                break;
            default:
                SpikeReadout.CumulativeSum(features, spikes, features.Length / inputDimensions[0]);
                break;
        }
    }

    internal override void SaveState(BinaryWriter writer) => writer.Write((int)Kind);

    internal static SpikeReadoutTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        IHost host = env.Register(LoaderSignature);
        return Load(host, ctx, ("SPKREADO", LoaderSignature), (columns, reader) =>
            new SpikeReadoutTransformer(host, columns, (SpikeReadoutKind)reader.ReadInt32()));
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);
}
