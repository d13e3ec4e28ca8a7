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
    /// <param name="code">The options that were encoded with, with all that was learned: a fitted encoder's Options.</param>
    /// <param name="initialValue">What decoded series of codes of changes start at; 0 by default.</param>
    /// <exception cref="ArgumentException">The options leave open what decoding needs.</exception>
    public SpikeDecodingEstimator Decode(string outputColumnName, string? inputColumnName, DecodableOptions code, float initialValue = 0) =>
        Decode([new(outputColumnName, inputColumnName)], code, initialValue);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and the spikes.</param>
    /// <param name="code">The options that were encoded with, with all that was learned: a fitted encoder's Options.</param>
    /// <param name="initialValue">What decoded series of codes of changes start at; 0 by default.</param>
    /// <exception cref="ArgumentException">The options leave open what decoding needs.</exception>
    public SpikeDecodingEstimator Decode(InputOutputColumnPair[] columns, DecodableOptions code, float initialValue = 0)
    {
        ArgumentNullException.ThrowIfNull(code);
        OptionCheck.Finite(initialValue, nameof(initialValue));
        code.CheckDecodable();
        return new(_environment, columns, code, initialValue);
    }
}
