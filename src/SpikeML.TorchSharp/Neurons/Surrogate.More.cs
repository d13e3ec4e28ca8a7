using static TorchSharp.torch;

namespace SpikeML.Torch;

// The less common ones.
public sealed partial record Surrogate
{
    /// <summary>
    /// No gradient passes through the spikes (snnTorch's <c>surrogate_disable</c>). In a trainer, the layers before them keep
    /// their first weights, and only what comes after the last spikes learns: a random network with a trained readout.
    /// </summary>
    public static Surrogate None { get; } = new(SurrogateShape.None, 1);

    /// <summary>The gradient passes where a neuron fires, and nowhere else (<c>surrogate.heaviside</c>).</summary>
    public static Surrogate Heaviside { get; } = new(SurrogateShape.Heaviside, 1);

    /// <summary>1 where a neuron fires, and a small slope elsewhere (what <c>surrogate.LSO</c> documents).</summary>
    /// <param name="slope">The slope below the threshold, above 0.</param>
    /// <returns>The surrogate gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The slope is not above 0.</exception>
    public static Surrogate LeakySpike(double slope = 0.1) => new(SurrogateShape.LeakySpike, Checked(slope, nameof(slope)));

    /// <summary>
    /// <see cref="FastSigmoid"/> where the membrane's distance to the threshold is above a bound, and 0 elsewhere (Perez-Nieves
    /// and Goodman 2021; <c>surrogate.SFS</c>).
    /// </summary>
    /// <param name="slope">The slope, above 0.</param>
    /// <param name="bound">The bound, finite; with the default, only membranes far above the threshold pass a gradient.</param>
    /// <returns>The surrogate gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The slope is not above 0, or the bound is not finite.</exception>
    public static Surrogate SparseFastSigmoid(double slope = 25, double bound = 1)
    {
        OptionCheck.Finite(bound, nameof(bound));
        return new(SurrogateShape.SparseFastSigmoid, Checked(slope, nameof(slope)), bound);
    }

    /// <summary>slope exp(-beta |x - 1|) (Gerstner and Kistler 2002; <c>surrogate.spike_rate_escape</c>).</summary>
    /// <param name="beta">How fast the derivative falls, above 0.</param>
    /// <param name="slope">The largest derivative, above 0.</param>
    /// <returns>The surrogate gradient.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not above 0.</exception>
    public static Surrogate SpikeRateEscape(double beta = 1, double slope = 25) =>
        new(SurrogateShape.SpikeRateEscape, Checked(slope, nameof(slope)), Checked(beta, nameof(beta)));

    private static Tensor Fired(Tensor shifted) => shifted.IsAbove(0).to(shifted.dtype);
}
