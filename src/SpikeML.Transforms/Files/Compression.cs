namespace SpikeML;

/// <summary>How the members of a zip file are compressed.</summary>
/// <param name="Level">zlib's level, from 1 (fastest) to 9 (smallest), or 0 for no compression.</param>
/// <param name="BlockLength">
/// The number of bytes that are compressed independently, so that blocks can be compressed in parallel.
/// </param>
internal sealed record Compression(int Level, int BlockLength)
{
    public static Compression None { get; } = new(0, 1 << 20);

    /// <summary>For arrays that compress well at any level, such as dense spikes.</summary>
    public static Compression Fastest { get; } = new(1, 1 << 20);

    /// <summary>The same as numpy.savez_compressed.</summary>
    public static Compression Usual { get; } = new(6, 1 << 20);

    /// <summary>
    /// For the positions of spikes. Of zlib's levels in .NET, only the last one finds repetitions as short as three bytes, which
    /// positions have in common. In short blocks its search ends early and finds as much.
    /// </summary>
    public static Compression Places { get; } = new(9, 1 << 14);

    public bool IsStored => Level == 0;
}
