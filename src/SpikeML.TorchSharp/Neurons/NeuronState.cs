using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The state of a layer's neurons after a step, from which <see cref="SpikingNeuron.Run"/> goes on: a long input can be run in
/// parts, and backpropagation through time be truncated between them.
/// </summary>
public sealed class NeuronState : IDisposable
{
    /// <param name="tensors">
    /// The tensors of the state, each [batch, ...] like the input of one step, in the order that the neuron's class names. The
    /// membrane is the last one.
    /// </param>
    public NeuronState(params IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Tensors = [.. tensors];
    }

    /// <summary>The tensors, in the order that the neuron's class names; the membrane is the last one.</summary>
    public IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>The same state without its history, so that gradients stop here.</summary>
    /// <returns>A new state, which the caller must dispose.</returns>
    public NeuronState Detach() => new(Tensors.Select(tensor => tensor.detach()).ToImmutableArray());

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (Tensor tensor in Tensors)
            tensor.Dispose();
    }
}
