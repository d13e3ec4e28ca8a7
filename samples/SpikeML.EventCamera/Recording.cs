using Microsoft.ML.Data;

namespace SpikeML.EventCamera;

/// <summary>A row: the events that a camera saw, and the digit before it.</summary>
internal sealed class Recording
{
    // A class's keys start at 0, a column's at 1.
    [KeyType(10)]
    public uint Label { get; set; }

    /// <summary>x, y, time in microseconds and polarity of each event.</summary>
    public long[] Events { get; set; } = [];
}
