namespace SpikeML;

/// <summary>Options of rate coding (<see cref="RateEncoding"/>). The defaults are those of snnTorch's <c>spikegen.rate</c>.</summary>
public sealed record RateEncodingOptions : FeatureCodeOptions
{
    private readonly int? _numSteps;

    /// <summary>
    /// The number of time steps, at least 1; 100 by default. With <see cref="TimeVarying"/> leave it unset: the column's first
    /// dimension + <see cref="FirstSpikeTime"/> is the number of steps, and any other value is an error.
    /// </summary>
    public int NumSteps { get => _numSteps ?? 100; init => _numSteps = value; }

    /// <summary>Features are multiplied by it before they are clipped to [0, 1] as probabilities; 1 by default.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>Added to the features after <see cref="Gain"/>, before they are clipped to [0, 1]; 0 by default.</summary>
    public double Offset { get; init; }

    /// <summary>
    /// The first step that may hold a spike, 0 by default. Of a static input the steps before it are silent; to a
    /// <see cref="TimeVarying"/> input that many silent steps are added in front.
    /// </summary>
    public int FirstSpikeTime { get; init; }

    /// <summary>Whether the column's first dimension is time already, so that each step has its own probabilities; false by default.</summary>
    public bool TimeVarying { get; init; }

    /// <summary>
    /// The seed of the draws. Null, the default, draws one from the <c>MLContext</c> when the estimator is made; it is saved
    /// with the model either way. Equal seed and equal row give equal spikes. Decoding does not need it.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>
    /// A column whose value is mixed into the seed, so that equal rows with different keys get different trains: an id of type
    /// key, integer, Boolean, Single, Double or text. Null by default: equal rows give equal trains.
    /// </summary>
    public string? RowKeyColumnName { get; init; }

    internal override int StepsOf(int featureCount) => NumSteps;

    internal override void Decode(ReadOnlySpan<float> spikes, Span<float> features) => RateDecoding.Decode(spikes, features, this);

    internal RateEncodingOptions Validated()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.FirstSpikeTime(FirstSpikeTime, TimeVarying ? null : NumSteps);
        OptionCheck.Finite(Gain, nameof(Gain));
        OptionCheck.Finite(Offset, nameof(Offset));
        OptionCheck.RowKeyColumnName(RowKeyColumnName);
        return this;
    }

    /// <summary>The number of steps of an input whose first dimension is <paramref name="inputSteps"/>.</summary>
    internal int TimeVaryingSteps(int inputSteps)
    {
        int numSteps = checked(inputSteps + FirstSpikeTime);
        OptionCheck.Require(_numSteps is null || _numSteps == numSteps, _numSteps, nameof(NumSteps),
            $"With TimeVarying the input sets the number of steps: {inputSteps} + FirstSpikeTime ({FirstSpikeTime}) = {numSteps}. Leave NumSteps unset.");
        return numSteps;
    }

    internal static RateEncodingOptions Load(BinaryReader reader)
    {
        int? numSteps = reader.ReadNullableInt32();
        RateEncodingOptions options = new()
        {
            Gain = reader.ReadDouble(),
            Offset = reader.ReadDouble(),
            FirstSpikeTime = reader.ReadInt32(),
            TimeVarying = reader.ReadBoolean(),
            Seed = reader.ReadInt32(),
            RowKeyColumnName = reader.ReadColumnName(),
        };
        return (numSteps is int steps ? options with { NumSteps = steps } : options).Validated();
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.WriteNullable(_numSteps);
        writer.Write(Gain);
        writer.Write(Offset);
        writer.Write(FirstSpikeTime);
        writer.Write(TimeVarying);
        writer.WriteSeed(Seed);
        writer.WriteColumnName(RowKeyColumnName);
    }
}
