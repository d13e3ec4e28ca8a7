namespace SpikeML.Torch;

/// <summary>The function whose derivative replaces that of the step function.</summary>
public enum SurrogateShape
{
    /// <summary><see cref="Surrogate.FastSigmoid"/>.</summary>
    FastSigmoid,

    /// <summary><see cref="Surrogate.Atan"/>.</summary>
    Atan,

    /// <summary><see cref="Surrogate.Sigmoid"/>.</summary>
    Sigmoid,

    /// <summary><see cref="Surrogate.StraightThrough"/>.</summary>
    StraightThrough,

    /// <summary><see cref="Surrogate.Triangular"/>.</summary>
    Triangular,

    /// <summary>A derivative of your own, given to the constructor of <see cref="Surrogate"/>.</summary>
    Custom,

    /// <summary><see cref="Surrogate.None"/>.</summary>
    None,

    /// <summary><see cref="Surrogate.Heaviside"/>.</summary>
    Heaviside,

    /// <summary><see cref="Surrogate.LeakySpike"/>.</summary>
    LeakySpike,

    /// <summary><see cref="Surrogate.SparseFastSigmoid"/>.</summary>
    SparseFastSigmoid,

    /// <summary><see cref="Surrogate.SpikeRateEscape"/>.</summary>
    SpikeRateEscape,
}
