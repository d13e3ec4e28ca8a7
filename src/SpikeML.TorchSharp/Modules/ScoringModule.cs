using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// A user's module in the form that the training loop runs: its scores are the membranes of output neurons over a single step.
/// </summary>
internal sealed class ScoringModule : nn.Module<Tensor, SpikeRecording>
{
    public ScoringModule(nn.Module<Tensor, Tensor> module, int outputs)
        : base(nameof(ScoringModule))
    {
        (Module, OutputCount) = (module, outputs);
        register_module("module", module);
    }

    /// <summary>The user's module.</summary>
    public nn.Module<Tensor, Tensor> Module { get; }

    public int OutputCount { get; }

    /// <param name="input">The spikes, [numSteps, batch, ...].</param>
    public override SpikeRecording forward(Tensor input)
    {
        Tensor scores = ModuleScores.Of(Module, input, OutputCount).unsqueeze(0);
        return new(scores, scores);
    }
}
