using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Population coding: for each feature a row of Gaussian receptive fields, whose neurons fire the earlier the more they are driven (Bohte et al. 2002).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public ReceptiveFieldEncodingEstimator EncodeReceptiveFields(string outputColumnName, string? inputColumnName = null, ReceptiveFieldEncodingOptions? options = null) =>
        EncodeReceptiveFields([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public ReceptiveFieldEncodingEstimator EncodeReceptiveFields(InputOutputColumnPair[] columns, ReceptiveFieldEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());

    /// <summary>Population coding by rates: for each feature a row of Gaussian receptive fields, whose activations are the probabilities of spikes (Norse, SpikingJelly).</summary>
    /// <param name="outputColumnName">The column to add, of dimensions [NumSteps, input dimensions, NumFields].</param>
    /// <param name="inputColumnName">The column to encode, values of any range; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public PopulationRateEncodingEstimator EncodePopulationRate(string outputColumnName, string? inputColumnName = null, PopulationRateEncodingOptions? options = null) =>
        EncodePopulationRate([new(outputColumnName, inputColumnName)], options);

    /// <summary>The same of several columns with the same options.</summary>
    /// <param name="columns">The columns to add, and those to encode.</param>
    /// <param name="options">The options; null: the defaults.</param>
    public PopulationRateEncodingEstimator EncodePopulationRate(InputOutputColumnPair[] columns, PopulationRateEncodingOptions? options = null) =>
        new(_environment, columns, options ?? new());
}
