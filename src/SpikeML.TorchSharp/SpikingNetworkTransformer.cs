using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Torch;

[assembly: LoadableClass(typeof(SpikingNetworkTransformer), null, typeof(SignatureLoadModel),
    "Spiking network", SpikingNetworkTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikingNetworkTransformer), null, typeof(SignatureLoadRowMapper),
    "Spiking network", SpikingNetworkTransformer.LoaderSignature)]

namespace SpikeML.Torch;

/// <summary>A trained spiking network: it adds scores and predicted labels to data with spike columns.</summary>
/// <remarks>
/// <para>
/// Predictions are made spike by spike: a spike adds its weights to the currents behind it, so that the silent majority of
/// neurons costs nothing. No tensor library is needed for it. A row's scores depend on that row alone, to the last bit, in every
/// order, batch
/// and thread; the transformer holds no state and may be used from any number of threads.
/// </para>
/// <para>
/// Multiclass: PredictedLabel is a key with the label's key values, Score the classes' probabilities. Binary: PredictedLabel is a
/// Boolean, Score the log-odds, Probability that of true. Regression: Score is the predicted value.
/// </para>
/// </remarks>
public sealed partial class SpikingNetworkTransformer : RowToRowTransformerBase
{
    internal const string LoaderSignature = "SpikingNetwork";
    private const uint FormatVersion = 0x00010001;
    private readonly TrainedNetwork _network;
    private readonly TrainedOutput _output;
    private readonly OnceLog _log;
    private readonly PredictionWatch _watch;

    internal SpikingNetworkTransformer(IHost host, string spikeColumnName, TrainedNetwork network, TrainedOutput output,
        IReadOnlyList<SpikingEpoch> history)
        : base(host)
    {
        (SpikeColumnName, _network, _output, History) = (spikeColumnName, network, output, history);
        _log = new OnceLog(host);
        _watch = new PredictionWatch(_log, spikeColumnName, output.Task);
    }

    /// <summary>The spike column that is read.</summary>
    public string SpikeColumnName { get; }

    /// <summary>What each epoch of training came to; empty for a model that was loaded.</summary>
    public IReadOnlyList<SpikingEpoch> History { get; }

    /// <summary>
    /// The spikes of every layer, the hidden ones in order and then the output, for the spikes of one row: to be looked at.
    /// </summary>
    /// <param name="input">The spikes of a row, such as <c>GetSpikeTrains</c> gives; any number of steps.</param>
    /// <returns>Trains of as many steps, of the layers' shapes: [neurons] or [channels, height, width].</returns>
    /// <exception cref="ArgumentException">The spikes are of another number of neurons than the network was trained
    /// on.</exception>
    public IReadOnlyList<SpikeTrain> GetLayerSpikes(SpikeTrain input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int neurons = _network.Layers[0].Geometry.InputCount;
        if (input.NeuronCount != neurons)
            throw new ArgumentException($"The network was trained on {Counted.Of(neurons, "neuron")}, but the spikes have "
                + $"{input.NeuronCount}.", nameof(input));
        return LayerSpikes.Of(_network, input);
    }

    /// <summary>Saves the transformer for ML.NET's model files.</summary>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version());
        ModelPayload.Save(ctx, writer =>
        {
            writer.Write(SpikeColumnName);
            _output.Save(Host, writer);
            _network.Save(writer);
        }, longest: int.MaxValue);
    }

    internal static SpikingNetworkTransformer Create(IHostEnvironment env, ModelLoadContext ctx)
    {
        Contracts.CheckValue(env, nameof(env));
        IHost host = env.Register(LoaderSignature);
        host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel(Version());
        return ModelPayload.Load(host, ctx, reader =>
        {
            string spikeColumnName = reader.ReadString();
            TrainedOutput output = TrainedOutput.Load(host, reader);
            return new SpikingNetworkTransformer(host, spikeColumnName, TrainedNetwork.Load(reader), output, []);
        }, "spiking network", longest: int.MaxValue);
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    private static VersionInfo Version() => new(
        "SPKNETWK", FormatVersion, FormatVersion, FormatVersion, typeof(SpikingNetworkTransformer).Assembly.FullName,
        LoaderSignature);
}
