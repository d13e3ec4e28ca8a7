namespace SpikeML;

/// <summary>Options of learned scaling (<see cref="RangeScaling"/>).</summary>
public sealed record ScaleOptions
{
    /// <summary>Whether each slot of a vector has its own range, true by default, or all together have one.</summary>
    public bool PerSlot { get; init; } = true;

    /// <summary>The share of the values below the range, 0 or more and below <see cref="UpperQuantile"/>; 0, the default, is the least value.</summary>
    public double LowerQuantile { get; init; }

    /// <summary>The share of the values up to the range's end, at most 1; 1, the default, is the greatest value.</summary>
    public double UpperQuantile { get; init; } = 1;

    /// <summary>Whether values outside the range become 0 or 1, true by default; otherwise they lie outside [0, 1].</summary>
    public bool Clamp { get; init; } = true;

    /// <summary>
    /// The rows that quantiles are taken from, at least 2: all, or of more a sample; 10,000 by default. Fitting holds 4 bytes for each
    /// of their slots. Least and greatest values are always those of all rows.
    /// </summary>
    public int MaxQuantileRows { get; init; } = 10_000;

    internal ScaleOptions Validated()
    {
        OptionCheck.Require(LowerQuantile >= 0 && LowerQuantile < UpperQuantile, LowerQuantile, nameof(LowerQuantile),
            $"LowerQuantile must be at least 0 and below UpperQuantile ({UpperQuantile}).");
        OptionCheck.Require(UpperQuantile <= 1, UpperQuantile, nameof(UpperQuantile), "UpperQuantile must be at most 1.");
        OptionCheck.AtLeast(2, MaxQuantileRows, nameof(MaxQuantileRows));
        return this;
    }

    internal static ScaleOptions Load(BinaryReader reader) => new ScaleOptions
    {
        PerSlot = reader.ReadBoolean(),
        LowerQuantile = reader.ReadDouble(),
        UpperQuantile = reader.ReadDouble(),
        Clamp = reader.ReadBoolean(),
        MaxQuantileRows = reader.ReadInt32(),
    }.Validated();

    internal void Save(BinaryWriter writer)
    {
        writer.Write(PerSlot);
        writer.Write(LowerQuantile);
        writer.Write(UpperQuantile);
        writer.Write(Clamp);
        writer.Write(MaxQuantileRows);
    }
}
