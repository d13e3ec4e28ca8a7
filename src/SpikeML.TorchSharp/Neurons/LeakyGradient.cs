using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>The gradient of a step of leaky neurons, in vectors.</summary>
/// <typeparam name="TDerivative">The derivative of their surrogate.</typeparam>
internal readonly struct LeakyGradient<TDerivative>
    where TDerivative : struct, ISurrogateDerivative
{
    private readonly Vector<float> _threshold, _cut, _beta, _scale, _parameter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LeakyGradient(LeakyConstants constants)
    {
        _threshold = new(constants.Threshold);
        // A reset to zero separates a neuron from its past; with an infinite threshold, there is no reset.
        _cut = new(constants.Reset == ResetMechanism.Zero ? constants.Threshold : float.PositiveInfinity);
        _beta = new(constants.Beta);
        _scale = new((float)TDerivative.Scale(constants.Surrogate));
        _parameter = new((float)constants.Surrogate.Parameter);
    }

    /// <summary>The gradient of the current.</summary>
    /// <param name="membrane">The membrane after the step.</param>
    /// <param name="ofSpike">The gradient of the spike.</param>
    /// <param name="ofMembrane">The gradient of the membrane.</param>
    /// <param name="next">The gradient of the current of the next step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<float> membrane, Vector<float> ofSpike, Vector<float> ofMembrane, Vector<float> next) =>
        ofMembrane + ofSpike * TDerivative.Of(membrane - _threshold, _scale, _parameter)
        + Vector.ConditionalSelect(Vector.GreaterThan(membrane, _cut), Vector<float>.Zero, next * _beta);
}
