using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Weighted phase coding: a spike for each binary digit of the feature (Kim et al. 2018).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, values in [0, 1]; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public PhaseEncodingEstimator EncodePhase(string outputColumnName, string? inputColumnName = null, PhaseEncodingOptions? options = null) =>
        EncodePhase([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public PhaseEncodingEstimator EncodePhase(InputOutputColumnPair[] columns, PhaseEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Rank order coding: one feature fires at each step, the largest first (Thorpe and Gautrais 1998).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps or the number of features, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RankOrderEncodingEstimator EncodeRankOrder(string outputColumnName, string? inputColumnName = null, RankOrderEncodingOptions? options = null) =>
        EncodeRankOrder([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RankOrderEncodingEstimator EncodeRankOrder(InputOutputColumnPair[] columns, RankOrderEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Burst coding: the larger the feature, the more spikes and the closer together (Guo et al. 2021, Spikify).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, values in [0, 1]; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public BurstEncodingEstimator EncodeBurst(string outputColumnName, string? inputColumnName = null, BurstEncodingOptions? options = null) =>
        EncodeBurst([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public BurstEncodingEstimator EncodeBurst(InputOutputColumnPair[] columns, BurstEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Regular rate coding: evenly spaced spikes, as many as the feature says (Nengo; Voelker 2020).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, values of 0 and above; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RegularRateEncodingEstimator EncodeRegularRate(string outputColumnName, string? inputColumnName = null, RegularRateEncodingOptions? options = null) =>
        EncodeRegularRate([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public RegularRateEncodingEstimator EncodeRegularRate(InputOutputColumnPair[] columns, RegularRateEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Signed rate coding: spikes or off-spikes with the size of the feature as the probability (Norse).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, values of either sign; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public SignedRateEncodingEstimator EncodeSignedRate(string outputColumnName, string? inputColumnName = null, SignedRateEncodingOptions? options = null) =>
        EncodeSignedRate([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public SignedRateEncodingEstimator EncodeSignedRate(InputOutputColumnPair[] columns, SignedRateEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Poisson interval coding: intervals between spikes are Poisson-distributed around 1 / rate (BindsNET).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, rates, 0 and above; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public PoissonIntervalEncodingEstimator EncodePoissonIntervals(string outputColumnName, string? inputColumnName = null, PoissonIntervalEncodingOptions? options = null) =>
        EncodePoissonIntervals([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public PoissonIntervalEncodingEstimator EncodePoissonIntervals(InputOutputColumnPair[] columns, PoissonIntervalEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>LIF current coding: the spikes of a leaky integrate-and-fire neuron that the feature drives as a current (Norse).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, currents; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LifCurrentEncodingEstimator EncodeLifCurrent(string outputColumnName, string? inputColumnName = null, LifCurrentEncodingOptions? options = null) =>
        EncodeLifCurrent([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LifCurrentEncodingEstimator EncodeLifCurrent(InputOutputColumnPair[] columns, LifCurrentEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Logarithmic latency coding: one spike, at a time that falls with the feature's logarithm (SpikingJelly).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">The column to encode, values in [0, 1]; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LogLatencyEncodingEstimator EncodeLogLatency(string outputColumnName, string? inputColumnName = null, LogLatencyEncodingOptions? options = null) =>
        EncodeLogLatency([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public LogLatencyEncodingEstimator EncodeLogLatency(InputOutputColumnPair[] columns, LogLatencyEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
