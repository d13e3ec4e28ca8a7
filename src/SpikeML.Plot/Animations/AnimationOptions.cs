using OxyPlot;

namespace SpikeML.Plot;

/// <summary>How spikes are animated.</summary>
public sealed record AnimationOptions
{
    /// <summary>The title of an HTML player's page. Other files have none.</summary>
    /// <value>Null by default: none.</value>
    public string? Title { get; init; }

    /// <summary>The pixels along each side of a neuron's square, from 1 to 1,000.</summary>
    /// <value>Null by default: as many as make the longer side about 280.</value>
    public int? CellSize { get; init; }

    /// <summary>
    /// How long a frame is shown at first, from 1 ms to an hour: a player's speed can be changed. GIF files show none for less
    /// than 20 ms.
    /// </summary>
    /// <value>40 ms by default.</value>
    public TimeSpan FrameDuration { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>Whether the animation starts again at its end, for ever.</summary>
    /// <value>True by default.</value>
    public bool Loop { get; init; } = true;

    /// <summary>The colours: the first for silence, the last for the largest spikes.</summary>
    /// <value><see cref="ColorMap.Plasma"/> by default.</value>
    public ColorMap Colors { get; init; } = ColorMap.Plasma;

    /// <summary>The colour of off-spikes.</summary>
    /// <value>Sky blue, #56B4E9, by default.</value>
    public OxyColor OffColor { get; init; } = Palette.SkyBlue;

    /// <summary>The duration of a step in seconds, above 0, which a player then shows beside the step.</summary>
    /// <value>Null by default: it counts steps.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The program ffmpeg, which MP4 files are made with: a path, or a name that is looked for in PATH.</summary>
    /// <value>"ffmpeg" by default.</value>
    public string Ffmpeg { get; init; } = "ffmpeg";

    internal const int MaxCellSize = 1000;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Colors);
        ArgumentException.ThrowIfNullOrEmpty(Ffmpeg);
        OptionCheck.Require(CellSize is null or (>= 1 and <= MaxCellSize), CellSize, nameof(CellSize),
            $"CellSize must be 1 to {MaxCellSize} pixels.");
        OptionCheck.Require(FrameDuration >= TimeSpan.FromMilliseconds(1) && FrameDuration <= TimeSpan.FromHours(1),
            FrameDuration,
            nameof(FrameDuration), "FrameDuration must be 1 ms to 1 hour.");
        TimeAxis.Require(SecondsPerStep);
    }
}
