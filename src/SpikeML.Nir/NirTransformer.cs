using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Nir;
using SpikeML.Torch;

[assembly: LoadableClass(typeof(NirTransformer), null, typeof(SignatureLoadModel),
    "NIR graph", NirTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(NirTransformer), null, typeof(SignatureLoadRowMapper),
    "NIR graph", NirTransformer.LoaderSignature)]

namespace SpikeML.Nir;

/// <summary>A network of any node types of NIR, which adds what it puts out to data with a spike column.</summary>
/// <remarks>
/// <para>
/// The graph runs step by step, in managed code: every value that is not 0 adds its weights to what the next node takes in, so
/// silent neurons cost nothing. Neurons follow the format's equations with forward Euler and a time step of
/// <see cref="NirReading.TimeStep"/>, from membranes and synaptic currents of 0: v' = (1 - dt / tau) v + (r dt / tau) I +
/// (dt / tau) v_leak, without leak v' = v + r dt I; a neuron fires where v' exceeds v_threshold, and its membrane is
/// then v_reset. Synaptic currents: i' = (1 - dt / tau_syn) i + (w_in dt / tau_syn) S. Delays are rounded to whole steps.
/// </para>
/// <para>
/// Several edges to a node are a sum. In a cycle of edges, the node nearest to the input takes in what the cycle put out in the
/// previous step: a cycle has one step of delay, or that of its Delay node where that is at least one step. Before the first
/// step, all neurons are silent.
/// </para>
/// <para>
/// Sums are rounded to single precision term by term, in the format's order, so a row's values are bit-for-bit identical in any
/// order, batch or thread. The transformer holds no state and is safe to use from any number of threads.
/// </para>
/// </remarks>
public sealed class NirTransformer : RowToRowTransformerBase
{
    internal const string LoaderSignature = "NirGraph";
    private readonly GraphOutput _output;
    private readonly OnceLog _log;
    private readonly PredictionWatch _watch;

    internal NirTransformer(IHost host, string spikeColumnName, NirGraph graph, NirReading reading)
        : base(host)
    {
        NirReadingCheck.Validate(reading);
        (SpikeColumnName, Graph, Reading) = (spikeColumnName, graph, reading);
        _output = new GraphOutput(new NetworkPlan(graph, reading), reading);
        _log = new OnceLog(host);
        _watch = new PredictionWatch(_log, spikeColumnName,
            _output.HasClasses ? SpikingTask.Multiclass : SpikingTask.Regression, TieRemedy(reading));
        WarnOfOtherNetwork();
    }

    /// <summary>The input spike column, [numSteps, ...shape of Input].</summary>
    public string SpikeColumnName { get; }

    /// <summary>The graph.</summary>
    public NirGraph Graph { get; }

    /// <summary>The options that the graph runs with.</summary>
    public NirReading Reading { get; }

    /// <summary>
    /// The graph as a network of SpikeML's trainers, if they could have made it: with <see cref="SpikeColumnName"/> and the time
    /// step of <see cref="Reading"/>.
    /// </summary>
    /// <remarks>
    /// The network's score, columns and class names are those in the graph's metadata, not those of <see cref="Reading"/>.
    /// </remarks>
    /// <param name="network">The network; null if the graph is not such a network.</param>
    /// <param name="reason">Why the graph is not such a network, as the end of a sentence; null if it is.</param>
    /// <returns>Whether the graph is such a network.</returns>
    public bool TryGetSpikingNetwork([NotNullWhen(true)] out SpikingNetworkTransformer? network,
        [NotNullWhen(false)] out string? reason) =>
        NirNetworkReader.TryRead(Host, Graph, SpikeColumnName, Reading.TimeStep, out network, out reason);

    /// <summary>Saves the transformer to an ML.NET model file.</summary>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version());
        ModelPayload.Save(ctx, writer => NirModelFile.Save(writer, this), longest: int.MaxValue);
    }

    /// <summary>Binds the transformer to a schema.</summary>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema)
    {
        SpikeColumn spikes = GraphInput.Find(Host, _log, schema, SpikeColumnName, _output.Plan.InputShape,
            NirNetworkReader.InputShape(Graph));
        return new PredictionMapper(this, spikes, _output.Columns(spikes.NumSteps), _watch,
            (input, column, columns) => _output.Open(input, column, _watch, columns.Any(_output.IsScore)),
            (_, _, added) => throw OnnxRefusal.Of(added.Select(column => column.Name), "a NIR graph"));
    }

    internal static NirTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        Contracts.CheckValue(env, nameof(env));
        IHost host = env.Register(LoaderSignature);
        host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel(Version());
        return ModelPayload.Load(host, ctx, reader => NirModelFile.Load(reader, host), "NIR graph", longest: int.MaxValue);
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    /// <summary>Warns of what the saved network does and the format cannot express.</summary>
    private void WarnOfOtherNetwork()
    {
        foreach (string warning in NirOtherNetwork.Warnings(Graph, Reading))
            _log.Warn(warning, SpikeColumnName, warning);
    }

    private static string TieRemedy(NirReading reading) => "Encode with more steps, or set NirReading.Score to a score by the "
        + "membrane. If the output neurons never fire, check NirReading.TimeStep, which is "
        + $"{reading.Step.ToString(CultureInfo.InvariantCulture)} s: tools that count time in steps, such as Sinabs, need 1.";

    private static VersionInfo Version() => new(
        "SPKNIRGR", NirModelFile.Format, NirModelFile.Format, NirModelFile.FirstFormat,
        typeof(NirTransformer).Assembly.FullName, LoaderSignature);
}
