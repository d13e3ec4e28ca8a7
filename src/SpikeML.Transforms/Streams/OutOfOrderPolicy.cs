namespace SpikeML;

/// <summary>What a stream encoder does with rows whose order column decreases.</summary>
public enum OutOfOrderPolicy
{
    /// <summary>Such a row throws when it is read.</summary>
    Error,

    /// <summary>
    /// Rows are encoded as if they were sorted by the order column; equal values keep their order. The rows themselves are not
    /// reordered.
    /// </summary>
    Sort,
}
