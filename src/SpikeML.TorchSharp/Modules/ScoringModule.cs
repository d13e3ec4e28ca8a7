using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// A user's module in the form that the training loop runs: its scores are the membranes of output neurons, over all steps or a
/// single one.
/// </summary>
internal sealed class ScoringModule : nn.Module<Tensor, SpikeRecording>
{
    private readonly bool _needsSteps;

    /// <param name="module">The user's module.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="needsSteps">Whether the module must return the scores of every step.</param>
    public ScoringModule(nn.Module<Tensor, Tensor> module, int outputs, bool needsSteps)
        : base(nameof(ScoringModule))
    {
        (Module, OutputCount, _needsSteps) = (module, outputs, needsSteps);
        register_module("module", module);
    }

    /// <summary>The user's module.</summary>
    public nn.Module<Tensor, Tensor> Module { get; }

    public int OutputCount { get; }

    /// <param name="input">The spikes, [numSteps, batch, ...].</param>
    public override SpikeRecording forward(Tensor input)
    {
        Tensor scores = ModuleScores.Of(Module, input, OutputCount, _needsSteps);
        if (training && is_grad_enabled() && !scores.requires_grad)
            throw new InvalidOperationException($"The scores of the module {Module.GetType().FullName} do not depend on its "
                + "parameters, so it cannot learn: forward must not detach its tensors or switch gradients off.");
        return new(scores, scores);
    }
}
