namespace SpikeML.Events;

/// <summary>How a recording is read. The defaults read a file as it describes itself.</summary>
public sealed record EventReaderOptions
{
    /// <summary>The format.</summary>
    /// <value>Null by default: detected from the content.</value>
    public EventFormat? Format { get; init; }

    /// <summary>The sensor's width in pixels, at least 1.</summary>
    /// <value>Null by default: what the file says.</value>
    public int? Width { get; init; }

    /// <summary>The sensor's height in pixels, at least 1.</summary>
    /// <value>Null by default: what the file says.</value>
    public int? Height { get; init; }

    /// <summary>
    /// What happens to events outside the sensor. Where neither the file nor these options give its size, no event is outside.
    /// </summary>
    /// <value><see cref="OutsideEvents.Fail"/> by default.</value>
    public OutsideEvents Outside { get; init; }

    /// <summary>Which recording of a file with several (HDF5 of SHD and SSC) is read, from 0.</summary>
    /// <value>0 by default.</value>
    public int Recording { get; init; }

    /// <summary>Which stream of events of an AEDAT 4 file is read, by its number.</summary>
    /// <value>Null by default: the first one.</value>
    public int? Stream { get; init; }

    /// <summary>The camera of an AEDAT 2 file.</summary>
    /// <value>Null by default: what the header says, or DVS128 if it does not say.</value>
    public AedatCamera? Camera { get; init; }

    /// <summary>
    /// The order of columns in text without a header and in arrays of four columns, such as <c>"t x y p"</c>.
    /// </summary>
    /// <value>Null by default: detected from the values.</value>
    public string? Columns { get; init; }

    /// <summary>The unit of times in text, NumPy and HDF5 files.</summary>
    /// <value>Null by default: seconds if a time among the first has a fraction, else microseconds.</value>
    public EventTimeUnit? TimeUnit { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Validate()
    {
        CheckSize(Width, nameof(Width));
        CheckSize(Height, nameof(Height));
        if (Format is { } format && !Enum.IsDefined(format))
            throw new ArgumentOutOfRangeException(nameof(Format), format, "Format must be one of the values of EventFormat.");
        if (!Enum.IsDefined(Outside))
            throw new ArgumentOutOfRangeException(nameof(Outside), Outside, "Outside must be Fail or Drop.");
        if (TimeUnit is { } unit && !Enum.IsDefined(unit))
            throw new ArgumentOutOfRangeException(nameof(TimeUnit), unit, "TimeUnit must be one of the values of EventTimeUnit.");
        if (Camera is { } camera && !Enum.IsDefined(camera))
            throw new ArgumentOutOfRangeException(nameof(Camera), camera, "Camera must be one of the values of AedatCamera.");
        if (Recording < 0)
            throw new ArgumentOutOfRangeException(nameof(Recording), Recording, "Recording must be at least 0.");
    }

    private static void CheckSize(int? size, string name)
    {
        if (size is < 1)
            throw new ArgumentOutOfRangeException(name, size, $"{name} must be at least 1 pixel, or null.");
    }
}
