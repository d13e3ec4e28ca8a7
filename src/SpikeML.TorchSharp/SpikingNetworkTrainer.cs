using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Runtime;
using TorchSharp;

namespace SpikeML.Torch;

/// <summary>Trains a network of spiking neurons on a spike column, by backpropagation through time.</summary>
/// <remarks>
/// Created by <c>SpikingNetwork</c> in the trainers of multiclass classification, binary classification and regression.
/// </remarks>
public sealed class SpikingNetworkTrainer : IEstimator<SpikingNetworkTransformer>
{
    private readonly IHost _host;
    private readonly TrainerColumns _columns;
    private readonly SpikingNetworkOptions _options;
    private readonly Action<SpikingEpoch>? _epochFinished;
    private readonly CancellationToken _cancellationToken;

    internal SpikingNetworkTrainer(
        IHostEnvironment environment, SpikingTask task, string labelColumnName, string spikeColumnName,
        string? exampleWeightColumnName, SpikingNetworkOptions? options, Action<SpikingEpoch>? epochFinished,
        CancellationToken cancellationToken)
    {
        Contracts.CheckValue(environment, nameof(environment));
        OpenMpWaiting.MakePassive();
        _host = environment.Register(nameof(SpikingNetworkTrainer));
        _columns = new TrainerColumns(_host, task, labelColumnName, spikeColumnName, exampleWeightColumnName);
        (_epochFinished, _cancellationToken) = (epochFinished, cancellationToken);
        options = (options ?? new()).Validated(task);
        _options = options with { Seed = options.Seed ?? _host.Rand.Next() };
    }

    /// <summary>Trains a network.</summary>
    /// <returns>The trained network.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has another type.</exception>
    /// <exception cref="InvalidOperationException">
    /// There are no rows to train or to validate on, a label is missing, a weight is negative, training diverged, or the native
    /// libtorch is missing.
    /// </exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public SpikingNetworkTransformer Fit(IDataView input)
    {
        (SpikeColumn spikes, NetworkLabel label) = _columns.Find(input, _options);
        ImmutableArray<LayerGeometry> layers = LayerGeometry.Stack(spikes.Shape, _options.Layers,
            OutputCount(label.Classes), _options.OutputNeuronModel)
            ?? throw _host.ExceptSchemaMismatch(nameof(input), "input", _columns.Spikes,
                "[numSteps, height, width] or [numSteps, channels, height, width], for a convolution or pooling",
                spikes.Column.Type.ToString());
        if (layers[^1].Layer.Fault() is string fault)
            throw new ArgumentException($"The output layer {fault} (OutputNeuronModel).");
        SpikeBatchDataViewExtensions.CheckBatchSize(spikes, _options.BatchSize);
        return Train(input, spikes, label, layers);
    }

    /// <summary>Computes the output schema for an input schema.</summary>
    /// <returns>The input schema with the prediction columns added.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _columns.Promise(inputSchema, _options);

    private int OutputCount(int classes)
    {
        long outputs = (long)classes * _options.OutputsPerClass;
        OptionCheck.Require(outputs <= Array.MaxLength, _options.OutputsPerClass, nameof(SpikingNetworkOptions.OutputsPerClass),
            FormattableString.Invariant($"{classes:N0} classes would have {outputs:N0} output neurons: use fewer per class."));
        return (int)outputs;
    }

    private SpikingNetworkTransformer Train(
        IDataView input, SpikeColumn spikes, NetworkLabel label, ImmutableArray<LayerGeometry> layers)
    {
        using IChannel log = _host.Start("Training");
        LabelSummary labels = LabelSummary.Of(_host, input, label, _options, _cancellationToken);
        TrainingGoal goal = TrainingGoal.Of(label, labels, _options, layers[^1].OutputCount);
        torch.Device device = Devices.Find(_options.Device, log);
        log.Info($"Training on {Counted.Of(labels.Count, "row")} on {device}: "
            + $"{string.Join("; ", layers.Select(layer => layer.Layer))}.");
        using torch.Generator generator = new((ulong)_options.Seed!.Value);
        using SpikingNetworkModule network = new(layers, _options, goal.OutputReset(_options), generator, spikes.NumSteps);
        network.to(device);
        TrainingWarnings warnings = new(log, _options, goal, labels, label.NameOf);
        List<SpikingEpoch> history = new NetworkTraining(_host, _options, goal, network,
            new(input, spikes, label, labels.Count, device), log, warnings, _epochFinished, _cancellationToken).Run();
        return new(_host, _columns.Spikes, TrainedNetwork.Of(network, spikes.Shape),
            TrainedOutput.Of(goal, label.Column, _options), history);
    }
}
