namespace SpikeML;

/// <summary>A verb of <c>mlContext.Transforms.Events</c> that draws at random.</summary>
public abstract record DrawnEventCode : EventFilterCode
{
    private protected DrawnEventCode()
    {
    }

    /// <summary>
    /// The seed of the random draws. If null, it is taken from the <c>MLContext</c> when the estimator is created. It is saved
    /// with the model either way: equal seeds and equal rows give equal events.
    /// </summary>
    /// <value>Null by default.</value>
    public int? Seed { get => OwnDraws.Seed; init => OwnDraws = OwnDraws with { Seed = value }; }

    /// <inheritdoc cref="CodeDraws.RowKeyColumnName"/>
    public string? RowKeyColumnName
    {
        get => OwnDraws.RowKeyColumnName;
        init => OwnDraws = OwnDraws with { RowKeyColumnName = value };
    }

    private protected CodeDraws OwnDraws { get; init; }

    internal override CodeDraws? Draws => OwnDraws;

    internal override SpikeCode WithDraws(CodeDraws draws) => this with { OwnDraws = draws };

    internal override void Validate()
    {
        base.Validate();
        OwnDraws.Validate();
    }

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        OwnDraws.Save(writer);
    }

    private protected sealed override int Filter(Span<AddressEvent> events, ulong rowKey, EventMemory memory)
    {
        EventDraws draws = new(IsDrawn ? RowHash.DrawKey(Seed!.Value, events, rowKey) : 0);
        return Filter(events, ref draws, memory);
    }

    private protected abstract int Filter(Span<AddressEvent> events, ref EventDraws draws, EventMemory memory);

    private protected static void CheckShare(double value, string option) =>
        OptionCheck.Require(value is >= 0 and <= 1, value, option, $"{option} must be 0 to 1.");
}
