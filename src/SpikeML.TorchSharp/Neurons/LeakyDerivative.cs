using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>The gradient of a step of leaky neurons, in vectors.</summary>
internal readonly struct LeakyDerivative(LeakyConstants constants)
{
    private readonly SurrogateShape _shape = constants.Surrogate.Shape;
    private readonly Vector<float> _height = new((float)(constants.Surrogate.Shape == SurrogateShape.Atan
        ? constants.Surrogate.Parameter / 2 : constants.Surrogate.Parameter));
    private readonly Vector<float> _scale = new((float)(constants.Surrogate.Shape == SurrogateShape.Atan
        ? Math.PI / 2 * constants.Surrogate.Parameter : constants.Surrogate.Parameter));
    private readonly Vector<float> _threshold = new(constants.Threshold);
    private readonly Vector<float> _beta = new(constants.Beta);

    // A reset to zero separates a neuron from its past; with an infinite threshold, there is no reset.
    private readonly Vector<float> _cut = new(
        constants.Reset == ResetMechanism.Zero ? constants.Threshold : float.PositiveInfinity);

    /// <summary>The gradient of the current.</summary>
    /// <param name="membrane">The membrane after the step.</param>
    /// <param name="ofSpike">The gradient of the spike.</param>
    /// <param name="ofMembrane">The gradient of the membrane.</param>
    /// <param name="next">The gradient of the current of the next step.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Gradient(Vector<float> membrane, Vector<float> ofSpike, Vector<float> ofMembrane, Vector<float> next) =>
        ofMembrane + ofSpike * OfSpike(membrane - _threshold)
        + Vector.ConditionalSelect(Vector.GreaterThan(membrane, _cut), Vector<float>.Zero, next * _beta);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> OfSpike(Vector<float> shifted)
    {
        switch (_shape)
        {
            case SurrogateShape.FastSigmoid:
                Vector<float> distance = Vector.Abs(shifted) * _scale + Vector<float>.One;
                return Vector<float>.One / (distance * distance);
            case SurrogateShape.Atan:
                Vector<float> scaled = shifted * _scale;
                return _height / (Vector<float>.One + scaled * scaled);
            case SurrogateShape.StraightThrough:
                return Vector<float>.One;
            default:
                return Vector.ConditionalSelect(Vector.LessThan(shifted, Vector<float>.Zero), _height, -_height);
        }
    }
}
