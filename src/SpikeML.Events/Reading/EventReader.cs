namespace SpikeML.Events;

/// <summary>
/// Reads the events of a recording, one batch after another, so memory does not grow with the recording. The format is detected
/// from the content. Times are in microseconds.
/// </summary>
/// <remarks>
/// Events come in the order of the file. In some formats times step back a little; see <c>docs/events.md</c>. A reader is used by
/// one thread at a time.
/// </remarks>
public sealed class EventReader : IDisposable
{
    private const int BatchLength = 4096;

    private readonly ByteSource _source;
    private readonly EventDecoder _decoder;
    private readonly OutsideEvents _outside;
    private SensorCheck _check;
    private int _recording;
    private AddressEvent[] _batch = [];
    private int _next, _end;
    private long _decoded;

    private EventReader(ByteSource source, EventReaderOptions options)
    {
        (_source, _recording, _outside) = (source, options.Recording, options.Outside);
        (Format, _decoder) = EventDecoders.Open(source, options);
        (Width, Height) = (options.Width ?? _decoder.Width, options.Height ?? _decoder.Height);
        _check = new SensorCheck(source, Width, Height, _outside);
    }

    /// <summary>The format of the file.</summary>
    public EventFormat Format { get; }

    /// <summary>The sensor's width in pixels, from the options or the file; null if neither gives it.</summary>
    public int? Width { get; }

    /// <summary>The sensor's height in pixels, from the options or the file; null if neither gives it.</summary>
    public int? Height { get; }

    /// <summary>What else the file says, or what was assumed where it does not say; null if there is nothing to tell.</summary>
    public string? Details => _decoder.Details;

    /// <summary>The number of recordings in the file: 1, except in HDF5 files of SHD and SSC.</summary>
    public int RecordingCount => _decoder.RecordingCount;

    /// <summary>The class that the file gives the recording (SHD and SSC), or null.</summary>
    public long? Label => Labels?[_recording];

    /// <summary>The number of events that were read so far.</summary>
    public long EventCount => _decoded - (_end - _next);

    /// <summary>The number of events outside the sensor that were left out so far.</summary>
    public long DroppedCount => _check.DroppedCount;

    /// <summary>
    /// The number of events that were left out because they come before the first time: a RAW file that begins in the middle of a
    /// stream has some.
    /// </summary>
    public long UntimedCount => _decoder.UntimedCount;

    /// <summary>Whether the file says itself that it holds events; else this was taken from its values.</summary>
    internal bool IsCertain => _decoder.IsCertain;

    /// <summary>The classes of all recordings of the file, or null.</summary>
    internal IReadOnlyList<long>? Labels => _decoder.Labels;

    /// <summary>Opens a recording. Files compressed with gzip are decompressed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <exception cref="FormatException">It is not a recording in a known format, or its header is damaged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="InvalidDataException">The path is that of a pipe or a device.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static EventReader Open(string path, EventReaderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new();
        options.Validate();
        if (Directory.Exists(path))
            throw new IOException(
                $"'{path}' is a folder, not a file: mlContext.Data.LoadEvents reads the recordings of a folder.");
        return Open(new ByteSource(RegularFile.Open(path), $"'{path}'", leaveOpen: false), options);
    }

    /// <summary>Opens a recording from a stream, which stays open.</summary>
    /// <param name="stream">
    /// The content, from the current position. HDF5 and .npz need a stream that can seek and is not compressed with gzip.
    /// </param>
    /// <param name="options">How it is read; null for the defaults.</param>
    /// <exception cref="FormatException">It is not a recording in a known format, or its header is damaged.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static EventReader Open(Stream stream, EventReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        options.Validate();
        return Open(new ByteSource(stream, "The recording", leaveOpen: true), options);
    }

    /// <summary>
    /// Reads the rest of the events. After stopping early, continue in a second loop or with <see cref="ReadInto"/>.
    /// </summary>
    /// <exception cref="FormatException">The content is damaged; the events before the damage have been returned.</exception>
    public IEnumerable<AddressEvent> Read()
    {
        while (_next < _end || Fill(BatchLength) > 0)
            yield return _batch[_next++];
    }

    /// <summary>Reads the next events; the fast way for programs that process them in batches.</summary>
    /// <param name="events">
    /// Receives the events; a few thousand places are best. Places behind the last event may be overwritten, too.
    /// </param>
    /// <returns>The number of events: at least 1, or 0 at the end of the recording.</returns>
    /// <exception cref="FormatException">The content is damaged; the events before the damage have been returned.</exception>
    /// <exception cref="ArgumentException">The span is empty.</exception>
    public int ReadInto(Span<AddressEvent> events)
    {
        if (events.IsEmpty)
            throw new ArgumentException("There must be room for at least one event.", nameof(events));
        if (_next == _end && events.Length >= EventDecoder.LeastRoom)
            return ReadChecked(events);
        if (_next == _end)
            Fill(EventDecoder.LeastRoom);
        int count = Math.Min(events.Length, _end - _next);
        _batch.AsSpan(_next, count).CopyTo(events);
        _next += count;
        return count;
    }

    /// <summary>Goes to the start of another recording of a file that has several.</summary>
    /// <exception cref="FormatException">The content is damaged.</exception>
    internal void MoveTo(int recording)
    {
        _decoder.MoveTo(recording);
        (_recording, _next, _end, _decoded) = (recording, 0, 0, 0);
        _check = new SensorCheck(_source, Width, Height, _outside);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _decoder.Dispose();
        _source.Dispose();
    }

    private static EventReader Open(ByteSource source, EventReaderOptions options)
    {
        try
        {
            source = source.Decompressed();
            return new EventReader(source, options);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Reads a batch of its own; 0 at the end.</summary>
    private int Fill(int length)
    {
        if (_batch.Length < length)
            _batch = new AddressEvent[length];
        (_next, _end) = (0, ReadChecked(_batch));
        return _end;
    }

    private int ReadChecked(Span<AddressEvent> events)
    {
        _check.ThrowIfPending();
        int count;
        do
        {
            int read = _decoder.Read(events);
            if (read == 0)
            {
                _source.ThrowIfDamaged();
                return 0;
            }
            count = _check.Keep(events[..read]);
        }
        while (count == 0);
        _decoded += count;
        return count;
    }
}
