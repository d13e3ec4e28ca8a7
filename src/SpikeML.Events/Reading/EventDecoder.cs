namespace SpikeML.Events;

/// <summary>Decodes the events of one recording.</summary>
internal abstract class EventDecoder : IDisposable
{
    /// <summary>The least room for events that <see cref="Read"/> is given: what one word of any format can hold.</summary>
    public const int LeastRoom = 64;

    /// <summary>The sensor's width in pixels, or null if the file does not say.</summary>
    public virtual int? Width => null;

    /// <summary>The sensor's height in pixels, or null if the file does not say.</summary>
    public virtual int? Height => null;

    /// <summary>What was read from the header or assumed: a short phrase.</summary>
    public virtual string? Details => null;

    /// <summary>Whether the file says itself that it holds events, and which numbers are which.</summary>
    public virtual bool IsCertain => true;

    /// <summary>The number of recordings in the file.</summary>
    public virtual int RecordingCount => 1;

    /// <summary>The classes that the file gives its recordings, or null.</summary>
    public virtual IReadOnlyList<long>? Labels => null;

    /// <summary>Events that have no time, since they come before the first word that gives one.</summary>
    public long UntimedCount { get; protected set; }

    /// <summary>Decodes the next events.</summary>
    /// <param name="events">Receives them; has <see cref="LeastRoom"/> or more places.</param>
    /// <returns>Their number; 0 only at the end.</returns>
    /// <exception cref="FormatException">The content is damaged.</exception>
    public abstract int Read(Span<AddressEvent> events);

    /// <summary>Goes to the start of another recording of a file that has several.</summary>
    /// <param name="recording">Its number, below <see cref="RecordingCount"/>.</param>
    /// <exception cref="FormatException">The content is damaged.</exception>
    public virtual void MoveTo(int recording) => throw new NotSupportedException();

    public void Dispose() => Close();

    protected virtual void Close()
    {
    }
}
