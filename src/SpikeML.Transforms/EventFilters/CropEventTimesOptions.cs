namespace SpikeML;

/// <summary>Keeps the events of a part of the time (Tonic's <c>CropTime</c>).</summary>
public sealed record CropEventTimesOptions : EventFilterCode
{
    /// <summary>The time of the first events that are kept, in microseconds; null keeps all before <see cref="End"/>.</summary>
    /// <value>Null by default.</value>
    public long? Start { get; init; }

    /// <summary>
    /// The time of the first events that are no longer kept, in microseconds, above <see cref="Start"/>; null keeps all from
    /// <see cref="Start"/> on.
    /// </summary>
    /// <value>Null by default.</value>
    public long? End { get; init; }

    /// <summary>Whether both times are counted from a row's earliest event instead of from time 0.</summary>
    /// <value>False by default.</value>
    public bool FromFirst { get; init; }

    private protected override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        long origin = FromFirst ? EventTimes.Range(events).First : 0;
        return EventClock.Crop(events, Start + origin ?? long.MinValue, End + origin ?? long.MaxValue);
    }

    internal override void Validate()
    {
        base.Validate();
        CheckTime(Start, nameof(Start));
        CheckTime(End, nameof(End));
        OptionCheck.Require(Start is null || End is null || End > Start, End, nameof(End), $"End must be above Start ({Start}).");
    }

    private static void CheckTime(long? value, string option) =>
        OptionCheck.Require(value is null or (>= -EventColumn.LargestTime and <= EventColumn.LargestTime), value, option,
            $"{option} must be at most {EventColumn.LargestTime} microseconds before or after 0.");

    internal static CropEventTimesOptions Load(BinaryReader reader) => new CropEventTimesOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        Start = ReadTime(reader),
        End = ReadTime(reader),
        FromFirst = reader.ReadBoolean(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(Start ?? long.MinValue);
        writer.Write(End ?? long.MinValue);
        writer.Write(FromFirst);
    }

    private static long? ReadTime(BinaryReader reader) => reader.ReadInt64() is var time && time != long.MinValue ? time : null;
}
