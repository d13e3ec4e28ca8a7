namespace SpikeML.Plot;

/// <summary>Options of smoothed firing rates. The default size is 700 x 320 pixels.</summary>
public sealed record SmoothedRateOptions : FigureOptions
{
    /// <summary>The standard deviation of the Gaussian that smooths the rates, in steps, above 0 and up to 100,000.</summary>
    /// <value>5 by default.</value>
    public double Sigma { get; init; } = 5;

    /// <summary>Groups of neurons, starting at neuron 0. Each group has one line, the mean over its neurons.</summary>
    /// <value>Null by default: one line for all neurons.</value>
    public IReadOnlyList<NeuronGroup>? Groups { get; init => field = OptionList.Copy(value); }

    /// <summary>The duration of a step in seconds, above 0. If set, the axis is in s, ms, µs or ns, and rates are in spikes per
    /// second.</summary>
    /// <value>Null by default: steps are counted.</value>
    public double? SecondsPerStep { get; init; }

    internal const double MaxSigma = 100_000;

    internal void Validate(SpikeTrain train)
    {
        OptionCheck.Require(Sigma is > 0 and <= MaxSigma, Sigma, nameof(Sigma),
            $"Sigma must be above 0 and at most {MaxSigma} steps.");
        NeuronCheck.Groups(Groups, train);
        TimeAxis.Require(SecondsPerStep);
    }
}
