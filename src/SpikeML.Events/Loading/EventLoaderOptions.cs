namespace SpikeML.Events;

/// <summary>How recordings become rows.</summary>
public sealed record EventLoaderOptions
{
    /// <summary>How each file is read. The format is detected file by file unless it is set here.</summary>
    /// <value>The defaults of <see cref="EventReaderOptions"/> by default.</value>
    public EventReaderOptions Reader { get; init; } = new();

    /// <summary>
    /// The duration of a slice in microseconds, at least 1: each recording gives a row for each such time from its first event
    /// to its last, also for times without events.
    /// </summary>
    /// <value>Null by default: a recording is one row, unless <see cref="EventsPerSlice"/> is set.</value>
    public long? SliceDuration { get; init; }

    /// <summary>
    /// The number of events in a slice, at least 1: each recording gives a row for each so many events. The last slice may have
    /// fewer.
    /// </summary>
    /// <value>Null by default: a recording is one row, unless <see cref="SliceDuration"/> is set.</value>
    public int? EventsPerSlice { get; init; }

    /// <summary>
    /// With <see cref="SliceDuration"/>, how many microseconds after later events an event may come in the file and still find
    /// its slice; 0 or more. Events that come even later are an error.
    /// </summary>
    /// <value>10,000 by default.</value>
    public long Lateness { get; init; } = 10_000;

    /// <summary>
    /// Adds the column Spikes, a vector of Single with the dimensions [NumSteps, 2, height, width]: the number of events in
    /// each of so many equal parts of the row's time, with off-events in channel 0. At least 1.
    /// </summary>
    /// <value>Null by default: there is no such column.</value>
    public int? NumSteps { get; init; }

    /// <summary>
    /// A text file with a line for each recording: the file's name, a comma, and its class. A first line of <c>file,label</c> is
    /// taken as a header.
    /// </summary>
    /// <value>Null by default: classes are the names of subfolders, or those that HDF5 files of SHD and SSC hold.</value>
    public string? LabelsPath { get; init; }

    /// <summary>Which files of a folder are recordings, with * and ? as wildcards.</summary>
    /// <value>"*" by default.</value>
    public string SearchPattern { get; init; } = "*";

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Reader);
        ArgumentException.ThrowIfNullOrEmpty(SearchPattern);
        Reader.Validate();
        OptionCheck.Require(SliceDuration is null or (>= 1 and <= long.MaxValue / 4), SliceDuration, nameof(SliceDuration),
            "SliceDuration must be at least 1 microsecond, or null.");
        OptionCheck.Require(EventsPerSlice is null or >= 1, EventsPerSlice, nameof(EventsPerSlice),
            "EventsPerSlice must be at least 1, or null.");
        OptionCheck.Require(SliceDuration is null || EventsPerSlice is null, EventsPerSlice, nameof(EventsPerSlice),
            "SliceDuration and EventsPerSlice must not both be set.");
        OptionCheck.Require(Lateness is >= 0 and <= long.MaxValue / 4, Lateness, nameof(Lateness),
            "Lateness must be at least 0.");
        OptionCheck.Require(NumSteps is null or >= 1, NumSteps, nameof(NumSteps), "NumSteps must be at least 1, or null.");
    }
}
