using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Gaussian receptive fields over a range (Bohte, Kok and La Poutre 2002): field i of m > 2, from 1, is centred at
/// lowest + (2i - 3) (highest - lowest) / (2 (m - 2)), of width (highest - lowest) / (width factor (m - 2)).
/// </summary>
internal readonly struct GaussianFields
{
    /// <summary>-32 ln(2): activations below 2^-32 never lead to a spike.</summary>
    private const double LowestExponent = -22.18070977791825;

    private readonly double _firstCentre;
    private readonly double _distance;
    private readonly double _steepness;

    public GaussianFields(int fields, double widthFactor, double lowest, double highest)
    {
        // A range of zero width contains a single value; its fields are those of a range of width 1 around it.
        double range = highest > lowest ? highest - lowest : 1;
        _distance = range / (fields - 2);
        _firstCentre = (highest > lowest ? lowest : lowest - 0.5) - _distance / 2;
        double width = range / (widthFactor * (fields - 2));
        _steepness = 1 / (2 * width * width);
    }

    /// <summary>1 / (2 width^2).</summary>
    public double Steepness => _steepness;

    /// <summary>The centre of a field with an index from 0.</summary>
    public double Centre(int field) => _firstCentre + field * _distance;

    /// <summary>The activation, 0 to 1, of a field with an index from 0.</summary>
    public double Activation(double value, int field)
    {
        double offset = value - Centre(field);
        return Exponential.Of(-(offset * offset) * _steepness);
    }

    /// <summary>-ln(activation) of eight fields, from <paramref name="field"/> on.</summary>
    public Vector512<double> Distances(double value, int field)
    {
        Vector512<double> fields = Lanes.DoubleIndices + Vector512.Create((double)field);
        Vector512<double> offsets = Vector512.Create(value) - (Vector512.Create(_firstCentre) + fields * _distance);
        return offsets * offsets * _steepness;
    }

    /// <summary>
    /// The activations of eight fields from the given one on, to slightly more than single precision; values below 2^-32 are 0.
    /// </summary>
    public Vector512<double> Activations(double value, int firstField)
    {
        Vector512<double> fields = Vector512.Create((double)firstField) + Lanes.DoubleIndices;
        Vector512<double> offsets = Vector512.Create(value - _firstCentre) - fields * _distance;
        Vector512<double> exponents = -(offsets * offsets) * _steepness, lowest = Vector512.Create(LowestExponent);
        return SingleExponential.Of(Vector512.MaxNative(exponents, lowest)) & Vector512.GreaterThan(exponents, lowest);
    }
}
