namespace SpikeML;

/// <summary>What the options of codes that draw their spikes at random share.</summary>
public abstract record DrawnCodeOptions : FeatureCodeOptions
{
    private protected DrawnCodeOptions()
    {
    }

    /// <summary>The number of time steps, at least 1; 100 by default.</summary>
    public int NumSteps { get; init; } = 100;

    /// <summary>
    /// The seed of the draws. Null, the default, draws one from the <c>MLContext</c> when the estimator is made; it is saved
    /// with the model either way. Equal seed and equal row give equal spikes. Decoding does not need it.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>A column whose value is mixed into the seed, so that equal rows with different keys get different trains; null by default.</summary>
    public string? RowKeyColumnName { get; init; }

    internal sealed override string? RowKeyColumn => RowKeyColumnName;

    internal sealed override int StepsOf(int featureCount) => NumSteps;

    internal sealed override FeatureCodeOptions Seeded(Random random) => this with { Seed = Seed ?? random.Next() };

    private protected void CheckDraws()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.RowKeyColumnName(RowKeyColumnName);
    }
}
