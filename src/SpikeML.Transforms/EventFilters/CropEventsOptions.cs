namespace SpikeML;

/// <summary>
/// Keeps the events of a part of the sensor, and moves them to its corner (Tonic's <c>CenterCrop</c> and <c>RandomCrop</c>).
/// </summary>
public sealed record CropEventsOptions : DrawnEventCode
{
    /// <summary>The height of the part in pixels, 1 to 32,768.</summary>
    /// <value>28 by default.</value>
    public int TargetHeight { get; init; } = 28;

    /// <summary>The width of the part in pixels, 1 to 32,768.</summary>
    /// <value>28 by default.</value>
    public int TargetWidth { get; init; } = 28;

    /// <summary>Where the part is.</summary>
    /// <value><see cref="CropPlacement.Centre"/> by default.</value>
    public CropPlacement Placement { get; init; }

    /// <summary>The first row of the part, at least 0, with <see cref="CropPlacement.Fixed"/>.</summary>
    /// <value>0 by default.</value>
    public int Top { get; init; }

    /// <summary>The first column of the part, at least 0, with <see cref="CropPlacement.Fixed"/>.</summary>
    /// <value>0 by default.</value>
    public int Left { get; init; }

    internal override bool IsDrawn => Placement == CropPlacement.Random;

    internal override bool NeedsSensor => Placement != CropPlacement.Fixed;

    internal override SensorSize? OutputSensor => new SensorSize(TargetHeight, TargetWidth);

    private protected override int Filter(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory)
    {
        (int top, int left) = Placement switch
        {
            CropPlacement.Centre => ((Height!.Value - TargetHeight) >> 1, (Width!.Value - TargetWidth) >> 1),
            CropPlacement.Fixed => (Top, Left),
            _ => (draws.Below(Height!.Value - TargetHeight + 1), draws.Below(Width!.Value - TargetWidth + 1)),
        };
        return EventGeometry.Crop(events, top, left, TargetHeight, TargetWidth);
    }

    internal override void Validate()
    {
        base.Validate();
        CheckSide(TargetHeight, nameof(TargetHeight));
        CheckSide(TargetWidth, nameof(TargetWidth));
        OptionCheck.Require(
            Enum.IsDefined(Placement), Placement, nameof(Placement), "Placement must be Centre, Fixed or Random.");
        OptionCheck.AtLeast(0, Top, nameof(Top));
        OptionCheck.AtLeast(0, Left, nameof(Left));
        if (Placement != CropPlacement.Random || Sensor is not { } sensor)
            return;
        OptionCheck.Require(TargetHeight <= sensor.Height, TargetHeight, nameof(TargetHeight),
            $"TargetHeight must be at most the sensor's height ({sensor.Height}) where the part is drawn.");
        OptionCheck.Require(TargetWidth <= sensor.Width, TargetWidth, nameof(TargetWidth),
            $"TargetWidth must be at most the sensor's width ({sensor.Width}) where the part is drawn.");
    }

    internal static CropEventsOptions Load(BinaryReader reader) => new CropEventsOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        OwnDraws = CodeDraws.Load(reader),
        TargetHeight = reader.ReadInt32(),
        TargetWidth = reader.ReadInt32(),
        Placement = reader.ReadByteEnum<CropPlacement>(),
        Top = reader.ReadInt32(),
        Left = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(TargetHeight);
        writer.Write(TargetWidth);
        writer.Write((byte)Placement);
        writer.Write(Top);
        writer.Write(Left);
    }
}
