using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.SnnTorchComparison;

/// <summary>
/// snnTorch's <c>Leaky(beta, threshold=1, spike_grad=fast_sigmoid(slope), reset_mechanism="subtract")</c> as the tensor
/// operations of a step, one for one and in the same order. Temporary tensors are freed where Python frees them.
/// </summary>
internal sealed class SnnTorchLeaky(double beta, double slope) : IDisposable
{
    private readonly Tensor _beta = tensor((float)beta), _threshold = tensor(1f), _gradedSpikesFactor = tensor(1f);
    private readonly Scalar _slope = slope;

    /// <summary>Runs a step.</summary>
    /// <param name="current">The current, [batch, neurons].</param>
    /// <param name="membrane">The membrane after the step before.</param>
    /// <returns>The spikes and the membrane of this step.</returns>
    public (Tensor Spikes, Tensor Membrane) Step(Tensor current, Tensor membrane)
    {
        using Tensor reset = Reset(membrane);
        Tensor next = Subtract(current, membrane, reset);
        return (Fire(next), next);
    }

    public void Dispose()
    {
        _beta.Dispose();
        _threshold.Dispose();
        _gradedSpikesFactor.Dispose();
        _slope.Dispose();
    }

    /// <summary><c>mem_reset</c>.</summary>
    private Tensor Reset(Tensor membrane)
    {
        using Tensor shifted = membrane.sub(_threshold);
        using Tensor spikes = SnnTorchFastSigmoid.Spikes(shifted, _slope);
        using Tensor copy = spikes.clone();
        return copy.detach();
    }

    /// <summary><c>_base_sub</c>.</summary>
    private Tensor Subtract(Tensor current, Tensor membrane, Tensor reset)
    {
        using Tensor beta = _beta.clamp(Scalars.Zero, Scalars.One);
        using Tensor decayed = beta.mul(membrane);
        using Tensor charged = decayed.add(current, Scalars.One);
        using Tensor drop = reset.mul(_threshold);
        return charged.sub(drop);
    }

    /// <summary><c>fire</c>.</summary>
    private Tensor Fire(Tensor membrane)
    {
        using Tensor shifted = membrane.sub(_threshold);
        using Tensor spikes = SnnTorchFastSigmoid.Spikes(shifted, _slope);
        return spikes.mul(_gradedSpikesFactor);
    }
}
