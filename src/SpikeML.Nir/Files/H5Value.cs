namespace SpikeML.Nir;

/// <summary>The content of a dataset: numbers, whole numbers or texts, in a shape.</summary>
internal abstract record H5Value(NirShape Shape);

/// <summary>Numbers with a point.</summary>
internal sealed record H5Numbers(NirArray Values) : H5Value(Values.Shape);

/// <summary>Whole numbers; truth values are 0 and 1.</summary>
internal sealed record H5Integers(long[] Values, NirShape Shape) : H5Value(Shape)
{
    public NirArray ToArray() => new(Array.ConvertAll(Values, value => (double)value), Shape);
}

/// <summary>Texts.</summary>
internal sealed record H5Texts(string[] Values, NirShape Shape) : H5Value(Shape);
