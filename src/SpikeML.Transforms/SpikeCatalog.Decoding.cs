using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>The number of spikes of each neuron.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions without time.</param>
    /// <param name="inputColumnName">The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    public SpikeReadoutEstimator CountSpikes(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.Count);

    /// <summary>The spikes of each neuron by step.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions without time.</param>
    /// <param name="inputColumnName">The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    public SpikeReadoutEstimator MeanRate(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.MeanRate);

    /// <summary>The step of each neuron's first spike; the number of steps where there is none.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions without time.</param>
    /// <param name="inputColumnName">The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    public SpikeReadoutEstimator FirstSpikeTime(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.FirstSpikeTime);

    /// <summary>The sum of each neuron's spikes up to each step.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions.</param>
    /// <param name="inputColumnName">The spikes, a vector whose first dimension is time; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    public SpikeReadoutEstimator CumulativeSum(string outputColumnName, string? inputColumnName = null) =>
        ReadOut([new(outputColumnName, inputColumnName)], SpikeReadoutKind.CumulativeSum);

    /// <summary>One of the readouts of several columns.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="kind">What is read out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of the readouts.</exception>
    public SpikeReadoutEstimator ReadOut(InputOutputColumnPair[] columns, SpikeReadoutKind kind)
    {
        OptionCheck.Require(Enum.IsDefined(kind), kind, nameof(kind), "There is no such readout.");
        return new(_environment, columns, kind);
    }

    /// <summary>Turns spikes back into the values that they were made from.</summary>
    /// <param name="outputColumnName">The column to add, of the dimensions that were encoded.</param>
    /// <param name="inputColumnName">The spikes; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="code">The options that were encoded with, with all that was learned: a fitted encoder's Options or FittedOptions.</param>
    /// <param name="initialValue">What decoded series of codes of changes start at; 0 by default. Other codes have no use for it.</param>
    /// <exception cref="ArgumentException">The options leave open what decoding needs.</exception>
    public SpikeDecodingEstimator Decode(string outputColumnName, string? inputColumnName, DecodableOptions code, float initialValue = 0) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValue);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="code">The options that were encoded with, with all that was learned: a fitted encoder's Options or FittedOptions.</param>
    /// <param name="initialValue">What decoded series of codes of changes start at; 0 by default. Other codes have no use for it.</param>
    /// <exception cref="ArgumentException">The options leave open what decoding needs.</exception>
    public SpikeDecodingEstimator Decode(InputOutputColumnPair[] columns, DecodableOptions code, float initialValue = 0)
    {
        OptionCheck.Finite(initialValue, nameof(initialValue));
        return Decode(columns, code, initialValue, initialValueColumnName: null);
    }

    /// <summary>Turns spikes of a code of changes back into series, each row's own of which start at values of another column.</summary>
    /// <param name="outputColumnName">The column to add, of the dimensions that were encoded.</param>
    /// <param name="inputColumnName">The spikes; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="code">The options that were encoded with, with all that was learned: a fitted encoder's Options.</param>
    /// <param name="initialValueColumnName">
    /// The first values of each row's series: a scalar of Single, Double or Byte for all neurons, or a vector of the encoded dimensions
    /// without time.
    /// </param>
    /// <exception cref="ArgumentException">The options leave open what decoding needs, or the code's series do not start at a value that is given.</exception>
    public SpikeDecodingEstimator Decode(string outputColumnName, string? inputColumnName, DecodableOptions code, string initialValueColumnName) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValueColumnName);

    /// <summary>The same of several columns with the same options and initial values.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="code">The options that were encoded with, with all that was learned: a fitted encoder's Options.</param>
    /// <param name="initialValueColumnName">The first values of each row's series.</param>
    /// <exception cref="ArgumentException">The options leave open what decoding needs, or the code's series do not start at a value that is given.</exception>
    public SpikeDecodingEstimator Decode(InputOutputColumnPair[] columns, DecodableOptions code, string initialValueColumnName)
    {
        ArgumentException.ThrowIfNullOrEmpty(initialValueColumnName);
        if (code is { StartsAtInitialValue: false })
            throw new ArgumentException($"What {code.GetType().Name} encodes is decoded without an initial value: leave the column out.", nameof(initialValueColumnName));
        return Decode(columns, code, initialValue: 0, initialValueColumnName);
    }

    /// <summary>Turns spike times, as <c>EncodeSpikeTimes</c> gives them, back into features.</summary>
    /// <param name="outputColumnName">The column to add, of the input's dimensions ([1] for a scalar).</param>
    /// <param name="inputColumnName">The spike times in steps; null: the column named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options that were encoded with; with Normalize, of a fitted encoder's FittedOptions.</param>
    /// <exception cref="ArgumentException">What Normalize learned is missing.</exception>
    public SpikeDecodingEstimator DecodeSpikeTimes(string outputColumnName, string? inputColumnName = null, LatencyEncodingOptions? options = null) =>
        DecodeSpikeTimes([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and the spike times.</param>
    /// <param name="options">The options that were encoded with; with Normalize, of a fitted encoder's FittedOptions.</param>
    /// <exception cref="ArgumentException">What Normalize learned is missing.</exception>
    public SpikeDecodingEstimator DecodeSpikeTimes(InputOutputColumnPair[] columns, LatencyEncodingOptions? options = null) =>
        Decode(columns, new SpikeTimeDecodingOptions { Latency = options ?? new() });

    private SpikeDecodingEstimator Decode(InputOutputColumnPair[] columns, DecodableOptions code, float initialValue, string? initialValueColumnName)
    {
        ArgumentNullException.ThrowIfNull(code);
        code.CheckDecodable();
        return new(_environment, columns, code, initialValue, initialValueColumnName);
    }
}
