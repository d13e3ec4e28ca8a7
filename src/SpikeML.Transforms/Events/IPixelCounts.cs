namespace SpikeML;

/// <summary>The numbers of events of all pixels in a bin.</summary>
internal interface IPixelCounts
{
    /// <summary>
    /// Counts an event, or returns false if the number of its pixel must first be set aside. The neuron must be one of the
    /// frame's, which is not checked again.
    /// </summary>
    bool TryCount(int neuron);

    /// <summary>Moves a pixel's number to the excess, and counts from 0 again.</summary>
    void SetAside(int neuron);
}
