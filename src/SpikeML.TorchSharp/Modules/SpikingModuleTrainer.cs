using Microsoft.ML;
using Microsoft.ML.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Trains a TorchSharp module of your own, from spikes to scores, on a spike column.</summary>
/// <remarks>
/// <para>
/// Created by <c>SpikingModule</c> in the trainers of multiclass classification, binary classification and regression.
/// </para>
/// <para>
/// The module is called with the spikes of a batch, Float32 [numSteps, batch, ...], and returns a score for each row and
/// output, [batch, outputs]. It may also return one for each step, [numSteps, batch, outputs]; their mean is then the score.
/// Multiclass classification has as many outputs as classes, binary classification two, the one for false first, and regression
/// one.
/// If the label is a column of targets, [numSteps, classes], the module must return scores for each step; so must that of a
/// regression whose label varies over time, [numSteps] or [numSteps, outputs]. In training it is in
/// training mode, so dropout is active; in validation and prediction it is in evaluation mode, without gradients, and the batch
/// is one row in prediction.
/// </para>
/// </remarks>
public sealed class SpikingModuleTrainer : IEstimator<SpikingModuleTransformer>
{
    private readonly IHost _host;
    private readonly TrainerColumns _columns;
    private readonly nn.Module<Tensor, Tensor> _module;
    private readonly SpikingNetworkOptions _options;
    private readonly Action<SpikingEpoch>? _epochFinished;
    private readonly CancellationToken _cancellationToken;

    internal SpikingModuleTrainer(
        IHostEnvironment environment, SpikingTask task, nn.Module<Tensor, Tensor> module, string labelColumnName,
        string spikeColumnName, string? exampleWeightColumnName, SpikingModuleOptions? options,
        Action<SpikingEpoch>? epochFinished, CancellationToken cancellationToken)
    {
        Contracts.CheckValue(environment, nameof(environment));
        OpenMpWaiting.MakePassive();
        _host = environment.Register(nameof(SpikingModuleTrainer));
        _host.CheckValue(module, nameof(module));
        _columns = new TrainerColumns(_host, task, labelColumnName, spikeColumnName, exampleWeightColumnName);
        (_module, _epochFinished, _cancellationToken) = (module, epochFinished, cancellationToken);
        SpikingNetworkOptions loop = (options ?? new()).OfLoop(task);
        _options = loop with { Seed = loop.Seed ?? _host.Rand.Next() };
    }

    /// <summary>Trains a copy of the module, which itself stays as it is. Training starts from its weights.</summary>
    /// <returns>The trained module as a transformer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has another type.</exception>
    /// <exception cref="InvalidOperationException">
    /// The module's type is not public or has no public parameterless constructor, that constructor creates other layers, the
    /// module has nothing to train, or it returned another shape; there are no rows to train or to validate on, a label is
    /// missing, a weight is negative, training diverged, or the native libtorch is missing.
    /// </exception>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public SpikingModuleTransformer Fit(IDataView input)
    {
        (SpikeColumn spikes, NetworkLabel label) = _columns.Find(input, _options);
        SpikeBatchDataViewExtensions.CheckBatchSize(spikes, _options.BatchSize);
        ModuleType type = ModuleType.Of(_module);
        CheckTrainable(_module, type);
        using ScoringModule network = new(CopyOf(_module, type), label.Classes, label.VariesOverTime);
        return Train(input, spikes, label, network, type);
    }

    /// <summary>Computes the output schema for an input schema.</summary>
    /// <returns>The input schema with the prediction columns added.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or has another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _columns.Promise(inputSchema, _options);

    private SpikingModuleTransformer Train(IDataView input, SpikeColumn spikes, NetworkLabel label, ScoringModule network,
        ModuleType type)
    {
        using IChannel log = _host.Start("Training");
        LabelSummary labels = LabelSummary.Of(_host, input, label, _options, _cancellationToken);
        TrainingGoal goal = TrainingGoal.Of(label, labels, _options, network.OutputCount);
        Device device = Devices.Find(_options.Device, log);
        log.Info($"Training the module {type.Type.FullName} on {Counted.Of(labels.Count, "row")} on {device}.");
        network.to(device);
        TrainingWarnings warnings = new(log, _options, goal, labels, label.NameOf, "a larger module");
        List<SpikingEpoch> history = new NetworkTraining(_host, _options, goal, network,
            new(input, spikes, label, labels.Count, device), log, warnings, _epochFinished, _cancellationToken).Run();
        return new(_host, _columns.Spikes, spikes.Shape, TrainedOutput.Of(goal, label.Column, _options), goal.Outputs,
            new(type, ModuleState.Of(network.Module)), history);
    }

    /// <summary>A module of the same type with the same state; parameters that are frozen stay so.</summary>
    private static nn.Module<Tensor, Tensor> CopyOf(nn.Module<Tensor, Tensor> module, ModuleType type)
    {
        using ModulePool pool = new(type, ModuleState.Of(module));
        nn.Module<Tensor, Tensor> copy = pool.Create();
        Dictionary<string, bool> learned = module.named_parameters().ToDictionary(
            named => named.name, named => named.parameter.requires_grad);
        foreach ((string name, TorchSharp.Modules.Parameter parameter) in copy.named_parameters())
            parameter.requires_grad = learned[name];
        return copy;
    }

    private static void CheckTrainable(nn.Module<Tensor, Tensor> module, ModuleType type)
    {
        TorchSharp.Modules.Parameter[] parameters = [.. module.parameters()];
        if (parameters is [])
            throw new InvalidOperationException($"The module {type.Type.FullName} has no parameters to train. Call "
                + "RegisterComponents() at the end of its constructor: then TorchSharp finds its layers. Do not dispose the "
                + "module before Fit has returned.");
        if (!parameters.Any(parameter => parameter.requires_grad))
            throw new InvalidOperationException($"The module {type.Type.FullName} has no parameters to train: all are frozen "
                + "(requires_grad is false).");
    }
}
