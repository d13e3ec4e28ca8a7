using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using SpikeML.Torch;

[assembly: LoadableClass(typeof(SpikingNetworkTransformer), null, typeof(SignatureLoadModel),
    "Spiking network", SpikingNetworkTransformer.LoaderSignature)]
[assembly: LoadableClass(typeof(IRowMapper), typeof(SpikingNetworkTransformer), null, typeof(SignatureLoadRowMapper),
    "Spiking network", SpikingNetworkTransformer.LoaderSignature)]

namespace SpikeML.Torch;

/// <summary>A trained spiking network, which adds scores and predicted labels to data with a spike column.</summary>
/// <remarks>
/// <para>
/// Predictions are computed spike by spike: each spike adds its weights to the currents of the next layer, so silent neurons cost
/// nothing. No tensor library is needed. A row's scores depend only on that row and are bit-for-bit identical in any
/// order, batch or thread. The transformer holds no state and is safe to use from any number of threads.
/// </para>
/// <para>
/// Multiclass: PredictedLabel is a key with the label's key values, and Score contains the probabilities of the classes. Binary:
/// PredictedLabel is a Boolean, Score is the log-odds, and Probability is the probability of true. Regression: Score is the
/// predicted value; if the label varies over time, that of each step, [numSteps] or [numSteps, outputs].
/// </para>
/// </remarks>
public sealed class SpikingNetworkTransformer : RowToRowTransformerBase
{
    internal const string LoaderSignature = "SpikingNetwork";
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

    /// <summary>The input spike column.</summary>
    public string SpikeColumnName { get; }

    internal TrainedNetwork Network => _network;

    internal TrainedOutput Output => _output;

    /// <summary>The number of output neurons per class; the neurons of a class are adjacent in the last layer.</summary>
    public int OutputsPerClass => _output.OutputsPerClass;

    /// <summary>The results of each training epoch; empty for a loaded model.</summary>
    public IReadOnlyList<SpikingEpoch> History { get; }

    /// <summary>
    /// The layers with their weights: the hidden layers in order, without dropout, then the output.
    /// </summary>
    public IReadOnlyList<SpikingLayerWeights> Layers => GivenWeights.Of(_network);

    /// <summary>
    /// The spikes of each of the <see cref="Layers"/> for the spikes of one row; for pooling, the values that it passes on.
    /// </summary>
    /// <param name="input">
    /// The spikes of a row, for example from <c>GetSpikeTrains</c>, with any number of steps; if a layer has
    /// <see cref="SpikingLayer.BatchNormalizationThroughTime"/>, with as many as in training.
    /// </param>
    /// <returns>
    /// Trains with the same number of steps and the shapes of the layers: [neurons] or [channels, height, width].
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The number of neurons differs from that in training, or so does the number of steps and a layer has batch normalisation
    /// through time.
    /// </exception>
    public IReadOnlyList<SpikeTrain> GetLayerSpikes(SpikeTrain input)
    {
        ArgumentNullException.ThrowIfNull(input);
        int neurons = _network.Layers[0].Geometry.InputCount;
        if (input.NeuronCount != neurons)
            throw new ArgumentException($"The network was trained on {Counted.Of(neurons, "neuron")}, but the spikes have "
                + $"{input.NeuronCount}.", nameof(input));
        if (_network.NumSteps is int numSteps && input.NumSteps != numSteps)
            throw new ArgumentException($"The network was trained on {Counted.Of(numSteps, "step")}, each with a scale of its "
                + $"own (batch normalisation through time), but the spikes have {input.NumSteps}.", nameof(input));
        return LayerSpikes.Of(_network, input);
    }

    /// <summary>Saves the transformer to an ML.NET model file.</summary>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        ctx.CheckAtModel();
        ctx.SetVersionInfo(Version());
        ModelPayload.Save(ctx, writer =>
        {
            writer.Write(SpikeColumnName);
            _output.Save(Host, writer);
            writer.Write(OutputsPerClass);
            _network.Save(writer);
        }, longest: int.MaxValue);
    }

    /// <summary>Binds the transformer to a schema.</summary>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema)
    {
        SpikeColumn spikes = NetworkInput.FindSpikes(Host, _log, schema, SpikeColumnName, _network.InputShape,
            _network.NumSteps);
        return new PredictionMapper(this, spikes,
            [
                .. _output.Columns(spikes.NumSteps, _network.OutputCount),
                .. RecordedLayers.Delivered(_network, spikes.NumSteps),
            ],
            _watch, Open, (onnx, column, added) => NetworkOnnx.Write(onnx, _network, _output, column, added));
    }

    private Func<string, Delegate> Open(DataViewRow input, SpikeColumn spikes, IReadOnlyList<string> columns)
    {
        RowScores row = new(input, spikes, _network, _output, _watch);
        return column => RecordedLayers.Getter(_network, column, row) ?? _output.Getter(column, row);
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
            TrainedOutput output = TrainedOutput.Load(host, reader) with
            {
                OutputsPerClass = reader.Format >= NetworkFormat.Second ? reader.ReadInt32() : 1,
            };
            TrainedNetwork network = TrainedNetwork.Load(reader, reader.Format);
            if (output.OutputsPerClass < 1 || network.OutputCount % output.OutputsPerClass != 0
                || !output.Fits(network.OutputCount))
                throw new EndOfStreamException();
            return new SpikingNetworkTransformer(host, spikeColumnName, network, output, []);
        }, "spiking network", longest: int.MaxValue);
    }

    internal static IRowMapper Create(IHostEnvironment env, ModelLoadContext ctx, DataViewSchema inputSchema) =>
        Create(env, ctx).MakeRowMapper(inputSchema);

    private static VersionInfo Version() => new(
        "SPKNETWK", NetworkFormat.Current, NetworkFormat.Current, NetworkFormat.First,
        typeof(SpikingNetworkTransformer).Assembly.FullName, LoaderSignature);
}
