namespace SpikeML.Plot;

/// <summary>Options of figures of events in space and time. The default size is 800 x 450 pixels.</summary>
public sealed record SpaceTimeOptions : FigureOptions
{
    /// <summary>The duration of a step in seconds, above 0. If set, time is in s, ms, µs or ns.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    /// <summary>The size of an event in pixels, from 0.5 to 20.</summary>
    /// <value>Null by default: 1.5 to 4, as the space between steps and pixels of the sensor allows.</value>
    public double? MarkSize { get; init; }

    internal void Validate()
    {
        TimeAxis.Require(SecondsPerStep);
        OptionCheck.Require(MarkSize is null or (>= 0.5 and <= 20), MarkSize, nameof(MarkSize),
            "MarkSize must be 0.5 to 20 pixels.");
    }
}
