namespace SpikeML;

/// <summary>How the members of a zip file are compressed.</summary>
/// <param name="Level">zlib's level, from 1 (fastest) to 9 (smallest); 0: not at all.</param>
/// <param name="BlockLength">The bytes that are compressed by themselves, so that several blocks can be at a time.</param>
internal sealed record Compression(int Level, int BlockLength)
{
    public static Compression None { get; } = new(0, 1 << 20);

    /// <summary>For arrays that shrink a lot at any level, such as dense spikes.</summary>
    public static Compression Fastest { get; } = new(1, 1 << 20);

    /// <summary>As numpy.savez_compressed has it.</summary>
    public static Compression Usual { get; } = new(6, 1 << 20);

    /// <summary>
    /// For the places of spikes. Of zlib's levels in .NET only the last one looks for repetitions as short as three bytes, which
    /// is what
    /// places share; in short blocks its search ends early, and what it finds is as much.
    /// </summary>
    public static Compression Places { get; } = new(9, 1 << 14);

    public bool IsStored => Level == 0;
}
