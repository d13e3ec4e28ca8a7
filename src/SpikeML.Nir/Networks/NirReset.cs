namespace SpikeML.Nir;

/// <summary>What <c>SaveNir</c> does with resets that NIR cannot say: those that subtract the threshold, above all.</summary>
public enum NirReset
{
    /// <summary>Throws, with the remedy. What is written is what the network does.</summary>
    Exact = 0,

    /// <summary>
    /// Writes a reset to zero instead, so other tools give other spikes, and the true reset as metadata, with which SpikeML reads
    /// the same network back.
    /// </summary>
    Approximate = 1,
}
