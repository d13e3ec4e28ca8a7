namespace SpikeML;

/// <summary>
/// A code that can encode a series as it comes, because it needs no more of its past than one number for each slot.
/// </summary>
internal interface IStreamCode
{
    /// <summary>
    /// Throws an <see cref="ArgumentException"/> where an option is left open, because a stream has no end to learn it from.
    /// </summary>
    void CheckStream();

    /// <summary>Encodes one step of one stream, and moves its state on.</summary>
    /// <param name="begins">Whether it is the stream's first step; the state is then to be set.</param>
    /// <param name="values">The step's values.</param>
    /// <param name="spikes">Receives 1, 0 or -1 for each value.</param>
    /// <param name="state">One number for each slot.</param>
    void Step(bool begins, in ColumnValues values, Span<float> spikes, Span<double> state);
}

/// <summary>Which codes can be streamed.</summary>
internal static class StreamCodes
{
    /// <summary>The code as one that can be streamed; its options are in range, and none is left open.</summary>
    /// <exception cref="ArgumentException">The code cannot be streamed, or leaves something open.</exception>
    public static IStreamCode Checked(SeriesCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        code.Validate();
        if (code is not IStreamCode stream)
            throw new ArgumentException(
                $"Streams cannot be encoded by {SpikeCodes.Of(code).Name}, only by {string.Join(" or ", Names)}.", nameof(code));
        stream.CheckStream();
        return stream;
    }

    private static IEnumerable<string> Names => SpikeCodes.Encoders.Where(entry => entry.Default is IStreamCode).Select(entry =>
        entry.Name);
}
