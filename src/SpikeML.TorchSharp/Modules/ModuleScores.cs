using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Runs a module and checks its scores.</summary>
internal static class ModuleScores
{
    /// <param name="module">The module.</param>
    /// <param name="spikes">The spikes, [numSteps, batch, ...].</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <returns>The scores, Float32 [batch, outputs].</returns>
    /// <exception cref="InvalidOperationException">The module returned something else.</exception>
    public static Tensor Of(nn.Module<Tensor, Tensor> module, Tensor spikes, int outputs)
    {
        Tensor? scores = module.call(spikes);
        long batch = spikes.size(1);
        if (scores is not null && scores.shape is [long rows, long columns] && rows == batch && columns == outputs
            && scores.is_floating_point())
            return scores.to(ScalarType.Float32);
        throw new InvalidOperationException($"The module {module.GetType().FullName} returned "
            + $"{(scores is null ? "null" : $"{scores.dtype} [{string.Join(", ", scores.shape)}]")} for spikes of "
            + $"[{string.Join(", ", spikes.shape)}]. Expected Float32 [{batch}, {outputs}]: for each row, "
            + (outputs == 1 ? "one value." : $"the scores of {outputs} classes."));
    }
}
