namespace SpikeML;

/// <summary>Options of rank order coding (<see cref="RankOrderEncoding"/>). </summary>
public sealed record RankOrderEncodingOptions
{
    /// <summary>
    /// The number of time steps, at least 1. Null, the default, takes as many as there are features. With fewer, the
    /// smallest features do not fire.
    /// </summary>
    public int? NumSteps { get; init; }

    internal RankOrderEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps ?? 1, nameof(NumSteps));
        return this;
    }

    internal static RankOrderEncodingOptions Load(BinaryReader reader) => new RankOrderEncodingOptions
    {
        NumSteps = reader.ReadNullableInt32(),
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.WriteNullable(NumSteps);
    }
}
