using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Runs a module and checks its scores.</summary>
internal static class ModuleScores
{
    /// <param name="module">The module.</param>
    /// <param name="spikes">The spikes, [numSteps, batch, ...].</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="needsSteps">Whether the module must return the scores of every step.</param>
    /// <returns>The scores, Float32 [numSteps, batch, outputs], or [1, batch, outputs] without steps.</returns>
    /// <exception cref="InvalidOperationException">
    /// The module returned something else, or libtorch failed in it.
    /// </exception>
    public static Tensor Of(nn.Module<Tensor, Tensor> module, Tensor spikes, int outputs, bool needsSteps = false)
    {
        Tensor? scores = Run(module, spikes);
        long numSteps = spikes.size(0), batch = spikes.size(1);
        if (scores is not null && scores.is_floating_point())
        {
            if (scores.shape.SequenceEqual([numSteps, batch, outputs]))
                return scores.to(ScalarType.Float32);
            if (!needsSteps && scores.shape.SequenceEqual([batch, outputs]))
                return scores.to(ScalarType.Float32).unsqueeze(0);
        }
        throw new InvalidOperationException($"The module {module.GetType().FullName} returned "
            + $"{(scores is null ? "null" : ModuleState.Form(scores.dtype, scores.shape))} for spikes of "
            + $"[{string.Join(", ", spikes.shape)}]. Expected Float32 "
            + (needsSteps ? $"[{numSteps}, {batch}, {outputs}]: for each step and row, "
                : $"[{batch}, {outputs}] or [{numSteps}, {batch}, {outputs}]: for each row, or each step and row, ")
            + (outputs == 1 ? "one value." : $"{outputs} scores.")
            + (needsSteps ? " The label has targets for every step." : ""));
    }

    private static Tensor? Run(nn.Module<Tensor, Tensor> module, Tensor spikes)
    {
        try
        {
            return module.call(spikes);
        }
        catch (ExternalException error)
        {
            // The lines after the first are addresses in libtorch.
            throw new InvalidOperationException($"The module {module.GetType().FullName} failed on spikes of "
                + $"[{string.Join(", ", spikes.shape)}]: {error.Message.Split('\n')[0]}", error);
        }
    }
}
