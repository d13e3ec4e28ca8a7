using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>The derivative of a <see cref="Surrogate"/>, in vectors.</summary>
internal interface ISurrogateDerivative
{
    /// <summary>The factor of the distance to the threshold; 1 if there is none.</summary>
    static abstract double Scale(Surrogate surrogate);

    /// <summary>The derivative.</summary>
    /// <param name="shifted">The membranes minus the threshold.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="parameter">The parameter of the surrogate, which some derivatives do without.</param>
    static abstract Vector<float> Of(Vector<float> shifted, Vector<float> scale, Vector<float> parameter);
}

/// <summary>The derivative of <see cref="Surrogate.FastSigmoid"/>.</summary>
internal readonly struct FastSigmoidDerivative : ISurrogateDerivative
{
    public static double Scale(Surrogate surrogate) => surrogate.Parameter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> shifted, Vector<float> scale, Vector<float> parameter)
    {
        Vector<float> distance = Vector.Abs(shifted) * scale + Vector<float>.One;
        return Vector<float>.One / (distance * distance);
    }
}

/// <summary>The derivative of <see cref="Surrogate.Atan"/>.</summary>
internal readonly struct AtanDerivative : ISurrogateDerivative
{
    public static double Scale(Surrogate surrogate) => Math.PI / 2 * surrogate.Parameter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> shifted, Vector<float> scale, Vector<float> parameter)
    {
        Vector<float> scaled = shifted * scale;
        return parameter * 0.5f / (Vector<float>.One + scaled * scaled);
    }
}

/// <summary>The derivative of <see cref="Surrogate.StraightThrough"/>.</summary>
internal readonly struct StraightThroughDerivative : ISurrogateDerivative
{
    public static double Scale(Surrogate surrogate) => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> shifted, Vector<float> scale, Vector<float> parameter) => Vector<float>.One;
}

/// <summary>The derivative of <see cref="Surrogate.Triangular"/>.</summary>
internal readonly struct TriangularDerivative : ISurrogateDerivative
{
    public static double Scale(Surrogate surrogate) => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> shifted, Vector<float> scale, Vector<float> parameter) =>
        Vector.ConditionalSelect(Vector.LessThan(shifted, Vector<float>.Zero), parameter, -parameter);
}
