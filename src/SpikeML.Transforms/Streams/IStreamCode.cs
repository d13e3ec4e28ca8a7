namespace SpikeML;

/// <summary>A code that can encode a series step by step, because its state is one number per slot.</summary>
internal interface IStreamCode
{
    /// <summary>Throws <see cref="ArgumentException"/> if an option is null, because it cannot be fitted to a stream.</summary>
    void CheckStream();

    /// <summary>Encodes one step of one stream and advances its state.</summary>
    /// <param name="begins">Whether this is the first step of the stream, which must initialize the state.</param>
    /// <param name="values">The step's values.</param>
    /// <param name="spikes">Receives 1, 0 or -1 for each value.</param>
    /// <param name="state">One number per slot.</param>
    void Step(bool begins, in ColumnValues values, Span<float> spikes, Span<double> state);
}

/// <summary>The codes that can encode streams.</summary>
internal static class StreamCodes
{
    /// <summary>The code as one that can encode streams, after checking that its options are in range and not null.</summary>
    /// <exception cref="ArgumentException">The code cannot encode streams, or an option is null.</exception>
    public static IStreamCode Checked(SeriesCode code)
    {
        ArgumentNullException.ThrowIfNull(code);
        code.Validate();
        if (code is not IStreamCode stream)
            throw new ArgumentException(
                $"{SpikeCodes.Of(code).Name} coding cannot encode streams: use {string.Join(" or ", Names)} coding.",
                nameof(code));
        stream.CheckStream();
        return stream;
    }

    private static IEnumerable<string> Names => SpikeCodes.Encoders.Where(entry => entry.Default is IStreamCode).Select(entry =>
        entry.Name);
}
