using System.Collections.Immutable;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Runs a network on a batch and, in training, updates its weights: once, or once for each part of the steps.</summary>
/// <remarks>
/// With <see cref="SpikingNetworkOptions.TruncationSteps"/> = K, part p has the steps pK to (p + 1)K - 1. It starts from the
/// state after part p - 1, without its gradients, and is followed by an update by the gradient of its own loss, as in snnTorch's
/// TBPTT.
/// </remarks>
internal sealed class BatchStep(nn.Module<Tensor, SpikeRecording> network, SpikingNetworkOptions options, TrainingGoal goal,
    Action checkAlive)
{
    private readonly HiddenActivity _activity = new(options);

    /// <summary>The number of updates so far.</summary>
    public long Updates { get; private set; }

    /// <summary>Whether the first layer works on the events of a whole batch.</summary>
    public bool TakesEvents => options.TruncationSteps is null && network is SpikingNetworkModule { TakesEvents: true };

    /// <summary>Runs a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="weights">The weights of its rows, or null.</param>
    /// <param name="optimizer">Updates the weights, or null for none.</param>
    /// <param name="learningRate">The learning rate.</param>
    /// <returns>
    /// The loss, averaged over the parts by their numbers of steps, and the outputs of all steps, without gradients.
    /// </returns>
    public (double Loss, SpikeRecording Output) Run(SpikeBatch batch, Tensor? weights, AdamSteps? optimizer, double learningRate)
    {
        if (network is SpikingNetworkModule layers)
            layers.HiddenFired = _activity.IsCosted && optimizer is not null ? _activity.Add : null;
        Tensor labels = goal.LabelsOf(batch);
        long numSteps = batch.NumSteps, length = Math.Min(options.TruncationSteps ?? numSteps, numSteps);
        List<SpikeRecording> outputs = [];
        ImmutableArray<NeuronState>? states = null;
        double loss = 0;
        for (long start = 0; start < numSteps; start += length)
        {
            long steps = Math.Min(length, numSteps - start);
            using DisposeScope scope = NewDisposeScope();
            (SpikeRecording output, ImmutableArray<NeuronState> last) = RunPart(batch, start, steps, states);
            checkAlive();
            Tensor partLoss = goal.LossOf(output, labels.dim() == 3 ? Part(labels, start, steps) : labels, weights);
            Update(partLoss, optimizer, learningRate);
            loss += partLoss.ToNumber() * steps / numSteps;
            states = [.. last.Select(state => new NeuronState(
                [.. state.Tensors.Select(tensor => tensor.detach().MoveToOuterDisposeScope())]))];
            outputs.Add(new(output.Spikes.detach().MoveToOuterDisposeScope(),
                output.Membrane.detach().MoveToOuterDisposeScope()));
        }
        return (loss, outputs.Count == 1 ? outputs[0] : new(cat([.. outputs.Select(output => output.Spikes)]),
            cat([.. outputs.Select(output => output.Membrane)])));
    }

    /// <summary>A module of the user's own has no state, and runs on all steps at once.</summary>
    private (SpikeRecording Output, ImmutableArray<NeuronState> States) RunPart(SpikeBatch batch, long start, long steps,
        ImmutableArray<NeuronState>? states)
    {
        if (network is not SpikingNetworkModule layers)
            return (network.call(batch.Spikes), []);
        layers.FirstStep = start;
        return batch.Events is { } events && steps == batch.NumSteps ? layers.Run(events, states)
            : layers.Run(Part(batch.Spikes, start, steps), states);
    }

    private void Update(Tensor loss, AdamSteps? optimizer, double learningRate)
    {
        if (optimizer is null)
            return;
        network.zero_grad();
        _activity.AddTo(loss).backward();
        optimizer.Step(learningRate);
        Updates++;
    }

    private static Tensor Part(Tensor values, long start, long steps) =>
        steps == values.size(0) ? values : values.narrow(0, start, steps);
}
