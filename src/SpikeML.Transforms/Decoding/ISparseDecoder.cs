namespace SpikeML;

/// <summary>A code whose decoder takes a sparse row as it is, so that silence costs nothing.</summary>
internal interface ISparseDecoder
{
    /// <summary>Whether it does so with these options.</summary>
    bool DecodesSparse => true;

    /// <summary>Decodes finite spikes.</summary>
    /// <param name="slots">The ascending slots of the spikes, of all steps.</param>
    /// <param name="values">Their values, some of which may be 0.</param>
    /// <param name="features">Receives one value a feature.</param>
    void DecodeSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> features);
}
