namespace SpikeML.Nir;

/// <summary>How the padding of a convolution is given.</summary>
public enum NirPaddingKind
{
    /// <summary>A number of zeros at each edge.</summary>
    Zeros,

    /// <summary>As many zeros as keep the size.</summary>
    Same,

    /// <summary>No zeros.</summary>
    Valid,
}
