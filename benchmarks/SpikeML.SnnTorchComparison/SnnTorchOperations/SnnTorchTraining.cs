using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.SnnTorchComparison;

/// <summary>The body of compare.py's loop over the batches.</summary>
internal sealed class SnnTorchTraining(SnnTorchNetwork network, Func<Tensor, Tensor, Tensor> loss, double learningRate)
    : IDisposable
{
    private readonly TorchAdam _optimizer = new(network.Parameters, learningRate);

    /// <summary>Updates the weights once.</summary>
    /// <param name="spikes">[numSteps, batch, inputs].</param>
    /// <param name="labels">The classes of the rows.</param>
    /// <returns>The loss.</returns>
    public float Step(Tensor spikes, Tensor labels)
    {
        using DisposeScope scope = NewDisposeScope();
        using Tensor outputs = network.Run(spikes);
        using Tensor value = loss(outputs, labels);
        _optimizer.ForgetGradients();
        value.backward();
        _optimizer.Step();
        return value.item<float>();
    }

    public void Dispose() => _optimizer.Dispose();
}
