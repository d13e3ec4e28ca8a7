using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of animations.</summary>
public sealed record AnimationOptions
{
    /// <summary>The title of the HTML player's page. Other formats have no title.</summary>
    /// <value>Null by default: no title.</value>
    public string? Title { get; init; }

    /// <summary>The size of a neuron's square in pixels, from 1 to 1,000.</summary>
    /// <value>Null by default: the longer side becomes about 280 pixels.</value>
    public int? CellSize { get; init; }

    /// <summary>
    /// The duration of a frame, from 1 ms to 1 hour; a player's speed can be changed. GIF files need at least 20 ms.
    /// </summary>
    /// <value>40 ms by default.</value>
    public TimeSpan FrameDuration { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>Whether the animation repeats forever.</summary>
    /// <value>True by default.</value>
    public bool Loop { get; init; } = true;

    /// <summary>The colours, from the first for silence to the last for the largest spikes.</summary>
    /// <value><see cref="ColorMap.Plasma"/> by default.</value>
    public ColorMap Colors { get; init; } = ColorMap.Plasma;

    /// <summary>The colour of off-spikes.</summary>
    /// <value>Sky blue, #56B4E9, by default.</value>
    public OxyColor OffColor { get; init; } = Palette.SkyBlue;

    /// <summary>
    /// The number of frames over which a spike fades before it disappears, from 0 to 100,000, in all formats but the HTML player,
    /// which has a control for it.
    /// </summary>
    /// <value>
    /// Null by default: as many as there are steps if neurons spike once or twice, as in a latency code, so that the picture
    /// builds up; 0 if they spike more often.
    /// </value>
    public int? Trail { get; init; }

    /// <summary>
    /// Whether a bar below the neurons grows with time, in all formats but the HTML player, which has a timeline.
    /// </summary>
    /// <value>True by default.</value>
    public bool ShowProgress { get; init; } = true;

    /// <summary>The duration of a step in seconds, above 0. If set, a player also shows the time.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The program ffmpeg, which creates MP4 files: a path, or a name to find in PATH.</summary>
    /// <value>"ffmpeg" by default.</value>
    public string Ffmpeg { get; init; } = "ffmpeg";

    internal const int MaxCellSize = 1000, MaxTrail = 100_000;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Colors);
        ArgumentException.ThrowIfNullOrEmpty(Ffmpeg);
        OptionCheck.Require(CellSize is null or (>= 1 and <= MaxCellSize), CellSize, nameof(CellSize),
            $"CellSize must be 1 to {MaxCellSize} pixels.");
        OptionCheck.Require(FrameDuration >= TimeSpan.FromMilliseconds(1) && FrameDuration <= TimeSpan.FromHours(1),
            FrameDuration,
            nameof(FrameDuration), "FrameDuration must be 1 ms to 1 hour.");
        OptionCheck.Require(Trail is null or (>= 0 and <= MaxTrail), Trail, nameof(Trail),
            $"Trail must be 0 to {MaxTrail} frames.");
        TimeAxis.Require(SecondsPerStep);
    }
}
