namespace SpikeML;

/// <summary>What a stream encoder does with rows of which the order column goes back.</summary>
public enum OutOfOrderPolicy
{
    /// <summary>Such a row is an error when it is read.</summary>
    Error,

    /// <summary>
    /// Each row's spikes are those that it has with all rows sorted by the order column; equal orders stay as they are. The rows
    /// themselves stay where they are.
    /// </summary>
    Sort,
}
