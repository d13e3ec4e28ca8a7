namespace SpikeML.Events;

/// <summary>How packets of AEDAT 4 are compressed; the numbers are those of its header.</summary>
internal enum AedatCompression
{
    None = 0,
    Lz4 = 1,
    Lz4High = 2,
    Zstd = 3,
    ZstdHigh = 4,
}
