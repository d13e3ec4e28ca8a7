using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// Bins events as spikes with the dimensions [NumSteps, polarity, height, width]: a step is a stretch of time, or a number of
/// events (Tonic's <c>ToFrame</c>).
/// </summary>
public sealed record EventSpikesOptions : EventTensorCode
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>
    /// The duration of a step in microseconds, at least 1; events after the last step are left out. If null, the time from
    /// <see cref="Start"/> to the row's last event is divided into steps of equal duration.
    /// </summary>
    /// <value>Null by default.</value>
    public long? StepDuration { get; init; }

    /// <summary>
    /// The number of events of a step, at least 1, instead of a duration; events after the last step are left out.
    /// </summary>
    /// <value>Null by default.</value>
    public int? EventsPerStep { get; init; }

    /// <summary>
    /// The time at which step 0 begins, in microseconds; events before it are left out. If null, it is the row's earliest event.
    /// </summary>
    /// <value>Null by default.</value>
    public long? Start { get; init; }

    /// <summary>What the value of a spike is.</summary>
    /// <value><see cref="EventValue.Count"/> by default.</value>
    public EventValue Value { get; init; }

    internal override bool ShouldFire => true;

    internal override string SilenceRemedy => "Its rows have no events in the steps: check Start, StepDuration and the events' "
        + "unit of time, which is the microsecond.";

    private protected override (ImmutableArray<int> Dimensions, string Option) Leading =>
        ([NumSteps, Value == EventValue.PolaritySum ? 1 : 2], nameof(NumSteps));

    internal override RowEncoder MakeEncoder(RowShape shape) => new EventSpikesEncoder(this, shape);

    internal override void Validate()
    {
        base.Validate();
        OptionCheck.Require(StepDuration is null or (>= 1 and <= EventColumn.LargestTime), StepDuration, nameof(StepDuration),
            $"StepDuration must be 1 to {EventColumn.LargestTime} microseconds, or null.");
        OptionCheck.Require(EventsPerStep is null or >= 1, EventsPerStep, nameof(EventsPerStep),
            "EventsPerStep must be at least 1, or null.");
        OptionCheck.Require(EventsPerStep is null || (StepDuration is null && Start is null), EventsPerStep,
            nameof(EventsPerStep), "EventsPerStep must be null where StepDuration or Start is set.");
        OptionCheck.Require(Start is null or (>= -EventColumn.LargestTime and <= EventColumn.LargestTime), Start, nameof(Start),
            $"Start must be at most {EventColumn.LargestTime} microseconds before or after 0.");
        OptionCheck.Require(Enum.IsDefined(Value), Value, nameof(Value), "Value must be Count, AtMostOne or PolaritySum.");
    }

    internal static EventSpikesOptions Load(BinaryReader reader) => new EventSpikesOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        NumSteps = reader.ReadInt32(),
        StepDuration = reader.ReadInt64() is var duration && duration != 0 ? duration : null,
        EventsPerStep = reader.ReadInt32() is var events && events != 0 ? events : null,
        Start = reader.ReadInt64() is var start && start != long.MinValue ? start : null,
        Value = reader.ReadByteEnum<EventValue>(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(NumSteps);
        writer.Write(StepDuration ?? 0);
        writer.Write(EventsPerStep ?? 0);
        writer.Write(Start ?? long.MinValue);
        writer.Write((byte)Value);
    }
}
