using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// A surrogate gradient. A neuron fires if its membrane is above the threshold, a step function whose derivative is zero almost
/// everywhere; the backward pass uses the derivative of a smooth function instead (snnTorch's <c>surrogate</c>).
/// </summary>
public sealed partial record Surrogate
{
    private readonly Func<Tensor, Tensor>? _derivative;

    /// <summary>A surrogate gradient of your own (<c>surrogate.custom_surrogate</c>).</summary>
    /// <remarks>
    /// <c>new Surrogate(x =&gt; x.abs().mul(-5).exp())</c> is exp(-5 |x|). Two such surrogates are equal if they have the same
    /// delegate.
    /// </remarks>
    /// <param name="derivative">
    /// Computes the derivative for each element from the membrane's distance to the threshold, in the same shape. It is called
    /// in the backward pass, and must not change its argument.
    /// </param>
    /// <exception cref="ArgumentException">The derivative has another shape than its argument.</exception>
    public Surrogate(Func<Tensor, Tensor> derivative)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        (Shape, Parameter, _derivative) = (SurrogateShape.Custom, 1, derivative);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        Tensor probe = linspace(-1, 1, 6).view(2, 3), result = derivative(probe);
        if (!result.shape.SequenceEqual(probe.shape))
            throw new ArgumentException($"The derivative of a [2, 3] tensor has the shape [{string.Join(", ", result.shape)}]: "
                + "return one value for each element.", nameof(derivative));
    }

    private Surrogate(SurrogateShape shape, double parameter, double second = 0) =>
        (Shape, Parameter, SecondParameter) = (shape, parameter, second);

    /// <summary>The function whose derivative is used.</summary>
    public SurrogateShape Shape { get; }

    /// <summary>
    /// The slope of <see cref="FastSigmoid"/> and <see cref="Sigmoid"/>, the alpha of <see cref="Atan"/>, the factor of
    /// <see cref="Triangular"/>; the slope of <see cref="LeakySpike"/>, <see cref="SparseFastSigmoid"/> and
    /// <see cref="SpikeRateEscape"/>; 1 for the others.
    /// </summary>
    public double Parameter { get; }

    /// <summary>
    /// The bound of <see cref="SparseFastSigmoid"/>, and the beta of <see cref="SpikeRateEscape"/>; 0 for the others.
    /// </summary>
    public double SecondParameter { get; }

    /// <summary>
    /// 1 / (1 + slope |x|)^2, where x is the membrane's distance to the threshold (Zenke &amp; Ganguli 2018;
    /// <c>surrogate.fast_sigmoid</c>).
    /// </summary>
    /// <param name="slope">The slope, above 0.</param>
    /// <returns>The surrogate gradient.</returns>
    public static Surrogate FastSigmoid(double slope = 25) => new(SurrogateShape.FastSigmoid, Checked(slope, nameof(slope)));

    /// <summary>(alpha / 2) / (1 + (pi alpha x / 2)^2) (Fang et al. 2021; <c>surrogate.atan</c>).</summary>
    /// <param name="alpha">The steepness, above 0.</param>
    /// <returns>The surrogate gradient.</returns>
    public static Surrogate Atan(double alpha = 2) => new(SurrogateShape.Atan, Checked(alpha, nameof(alpha)));

    /// <summary>
    /// slope exp(-slope x) / (1 + exp(-slope x))^2 (<c>surrogate.sigmoid</c>); 0 where snnTorch's own formula overflows to NaN.
    /// </summary>
    /// <param name="slope">The slope, above 0.</param>
    /// <returns>The surrogate gradient.</returns>
    public static Surrogate Sigmoid(double slope = 25) => new(SurrogateShape.Sigmoid, Checked(slope, nameof(slope)));

    /// <summary>The gradient passes unchanged (<c>surrogate.straight_through_estimator</c>).</summary>
    public static Surrogate StraightThrough { get; } = new(SurrogateShape.StraightThrough, 1);

    /// <summary>
    /// The derivative is the factor below the threshold and minus the factor at or above it, as in <c>surrogate.triangular</c>.
    /// </summary>
    /// <param name="threshold">The factor, above 0.</param>
    /// <returns>The surrogate gradient.</returns>
    public static Surrogate Triangular(double threshold = 1) =>
        new(SurrogateShape.Triangular, Checked(threshold, nameof(threshold)));

    /// <summary>Computes spikes with surrogate gradients: 1 where the shifted membrane is above 0, otherwise 0.</summary>
    /// <param name="shiftedMembrane">The membrane minus the threshold, in any shape.</param>
    /// <returns>The spikes, with the same shape.</returns>
    public Tensor Spike(Tensor shiftedMembrane) => SurrogateFunction.apply(shiftedMembrane, this);

    /// <summary>The surrogate derivative of each element.</summary>
    internal Tensor Derivative(Tensor shifted) => Shape switch
    {
        SurrogateShape.FastSigmoid => shifted.abs().Times(Parameter).Plus(1).Squared().reciprocal_(),
        SurrogateShape.Atan => shifted.Times(Math.PI / 2 * Parameter).Squared().Plus(1).reciprocal_().Times(Parameter / 2),
        SurrogateShape.Sigmoid => SigmoidDerivative(shifted),
        SurrogateShape.StraightThrough => ones_like(shifted),
        SurrogateShape.None => zeros_like(shifted),
        SurrogateShape.Heaviside => Fired(shifted),
        SurrogateShape.LeakySpike => Fired(shifted).Times(1 - Parameter).Plus(Parameter),
        SurrogateShape.SparseFastSigmoid => shifted.abs().Times(Parameter).Plus(1).Squared().reciprocal_()
            .mul_(shifted.IsAbove(SecondParameter)),
        SurrogateShape.SpikeRateEscape => shifted.Plus(-1).abs().Times(-SecondParameter).exp_().Times(Parameter),
        SurrogateShape.Custom => _derivative!(shifted).clone(),
        _ => ones_like(shifted).Times(-Parameter).With(zeros_like(shifted).gt(shifted), Parameter),
    };

    // sigmoid(z) sigmoid(-z) computes the derivative without an exponential that can overflow.
    private Tensor SigmoidDerivative(Tensor shifted)
    {
        Tensor scaled = shifted.Times(Parameter);
        return scaled.sigmoid().mul_(scaled.neg_().sigmoid_()).Times(Parameter);
    }

    private static double Checked(double value, string name)
    {
        OptionCheck.Positive(value, name);
        return value;
    }
}
