using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Torch;
using static TorchSharp.torch;

[assembly: LoadableClass(typeof(SpikingModuleTransformer), null, typeof(SignatureLoadModel),
    "Spiking module", SpikingModuleTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikingModuleTransformer), null, typeof(SignatureLoadRowMapper),
    "Spiking module", SpikingModuleTransformer.LoaderSignature)]

namespace SpikeML.Torch;

/// <summary>A trained module of your own, which adds scores and predicted labels to data with a spike column.</summary>
/// <remarks>
/// <para>
/// The columns are those of <see cref="SpikingNetworkTransformer"/>. The model file holds the assembly-qualified name of the
/// module's type, and its parameters and buffers; the program that loads it needs the type, and libtorch.
/// </para>
/// <para>
/// The transformer is safe to use from any number of threads: each thread that predicts at the same time runs its own copy of the
/// module, one row at a time. A row's scores depend only on that row if the module keeps nothing from one call to the next.
/// </para>
/// </remarks>
public sealed class SpikingModuleTransformer : RowToRowTransformerBase, IDisposable
{
    internal const string LoaderSignature = "SpikingModule";
    private readonly ImmutableArray<int> _inputShape;
    private readonly TrainedOutput _output;
    private readonly int _outputs;
    private readonly ModulePool _modules;
    private readonly OnceLog _log;
    private readonly PredictionWatch _watch;

    internal SpikingModuleTransformer(IHost host, string spikeColumnName, ImmutableArray<int> inputShape, TrainedOutput output,
        int outputs, ModulePool modules, IReadOnlyList<SpikingEpoch> history)
        : base(host)
    {
        (SpikeColumnName, _inputShape, _output, _outputs) = (spikeColumnName, inputShape, output, outputs);
        (_modules, History) = (modules, history);
        _log = new OnceLog(host);
        _watch = new PredictionWatch(_log, spikeColumnName, output.Task);
    }

    /// <summary>The input spike column.</summary>
    public string SpikeColumnName { get; }

    /// <summary>The results of each training epoch; empty for a loaded model.</summary>
    public IReadOnlyList<SpikingEpoch> History { get; }

    /// <summary>Creates a module with the trained parameters and buffers, in evaluation mode.</summary>
    /// <returns>A new module of the type that was trained; the caller must dispose it.</returns>
    public nn.Module<Tensor, Tensor> CreateModule() => _modules.Create();

    /// <summary>Frees the modules that predictions have created. Further predictions create new ones.</summary>
    public void Dispose() => _modules.Dispose();

    /// <summary>Saves the transformer to an ML.NET model file.</summary>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version());
        ModelPayload.Save(ctx, writer =>
        {
            writer.Write(SpikeColumnName);
            writer.WriteDimensions(_inputShape);
            writer.Write(_outputs);
            _output.Save(Host, writer);
            writer.Write(_modules.Type.Name);
            _modules.State.Save(writer);
        }, longest: int.MaxValue);
    }

    /// <summary>Binds the transformer to a schema.</summary>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema)
    {
        SpikeColumn spikes = NetworkInput.FindSpikes(Host, _log, schema, SpikeColumnName, _inputShape);
        return new PredictionMapper(this, spikes, _output.Columns(spikes.NumSteps, _outputs), _watch, Open,
            (_, _, added) => throw CannotConvert(added));
    }

    private Func<string, Delegate> Open(DataViewRow input, SpikeColumn spikes, IReadOnlyList<string> columns)
    {
        ModuleRow row = new(input, spikes, _modules, _outputs, _output.VariesOverTime, _watch);
        return column => _output.Getter(column, row);
    }

    private NotSupportedException CannotConvert(IEnumerable<DataViewSchema.DetachedColumn> columns) => OnnxRefusal.Of(
        columns.Select(column => column.Name), "a spiking module",
        $"what the module computes is code of your own ({_modules.Type.Type.FullName})",
        "Networks of layers can be converted: train one with Trainers.SpikingNetwork, or pass the module's weights to "
            + "CreateSpikingNetwork.");

    internal static SpikingModuleTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        Contracts.CheckValue(env, nameof(env));
        IHost host = env.Register(LoaderSignature);
        host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel(Version());
        return ModelPayload.Load(host, ctx, reader => SavedModule.Read(host, reader), "spiking module", longest: int.MaxValue)
            .ToTransformer(host);
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    private static VersionInfo Version() => new(
        "SPKMODUL", NetworkFormat.Current, NetworkFormat.Current, NetworkFormat.Second,
        typeof(SpikingModuleTransformer).Assembly.FullName, LoaderSignature);
}
