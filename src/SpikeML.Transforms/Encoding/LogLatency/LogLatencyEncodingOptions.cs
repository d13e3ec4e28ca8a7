namespace SpikeML;

/// <summary>Options of logarithmic latency coding (<see cref="LogLatencyEncoding"/>). </summary>
public sealed record LogLatencyEncodingOptions : FeatureCodeOptions
{
    /// <summary>The number of time steps, 1 to 700; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override void Decode(ReadOnlySpan<float> spikes, Span<float> features) => LogLatencyEncoding.Decode(spikes, features, this);

    internal LogLatencyEncodingOptions Validated()
    {
        OptionCheck.Require(NumSteps is >= 1 and <= 700, NumSteps, nameof(NumSteps), "NumSteps must be 1 to 700.");
        return this;
    }

    internal static LogLatencyEncodingOptions Load(BinaryReader reader) => new LogLatencyEncodingOptions
    {
        NumSteps = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
    }
}
