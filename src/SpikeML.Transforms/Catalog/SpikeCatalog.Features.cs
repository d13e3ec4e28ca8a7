using SpikeML;

namespace Microsoft.ML;

public sealed partial class SpikeCatalog
{
    /// <summary>Phase coding: a spike for each binary digit of the feature (Kim et al. 2018).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values in [0, 1]. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<PhaseEncodingOptions> EncodePhase(string outputColumnName, string? inputColumnName = null,
        PhaseEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>Rank order coding: one feature fires at each step, the largest first (Thorpe and Gautrais 1998).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, [NumSteps or features, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">
    /// The column to add, with dimensions [NumSteps or the number of features, input dimensions].
    /// </param>
    /// <param name="inputColumnName">
    /// The column to encode, values of any range. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<RankOrderEncodingOptions> EncodeRankOrder(string outputColumnName, string? inputColumnName = null,
        RankOrderEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>Burst coding: larger features give more spikes, closer together (Guo et al. 2021, Spikify).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values in [0, 1]. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<BurstEncodingOptions> EncodeBurst(string outputColumnName, string? inputColumnName = null,
        BurstEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>Regular rate coding: evenly spaced spikes at a rate set by the feature (Nengo; Voelker 2020).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values of 0 and above |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of 0 and above. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<RegularRateEncodingOptions> EncodeRegularRate(string outputColumnName, string? inputColumnName = null,
        RegularRateEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>Signed rate coding: spikes or off-spikes, with the feature's absolute value as the probability (Norse).</summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Only with OnnxDraws = Runtime |
    /// ]]></format>
    /// A row's spikes depend on the saved seed, the row's values and, if one is named, the row key column; they do not depend on
    /// the row's position.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values of either sign. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<SignedRateEncodingOptions> EncodeSignedRate(string outputColumnName, string? inputColumnName = null,
        SignedRateEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>
    /// Poisson interval coding: the intervals between spikes are Poisson-distributed around 1 / rate (BindsNET). This is not a
    /// Poisson process; set <see cref="PoissonIntervalEncodingOptions.Intervals"/> to get one.
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values of 0 and above |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | No |
    /// ]]></format>
    /// With BindsNET's formula, the default, spikes are almost regular at low rates: at 1 spike per second and steps of 1 ms, the
    /// coefficient of variation of the intervals is 0.03, and a neuron whose mean interval is much longer than the train never
    /// spikes. With exponential intervals, the spikes are a Poisson process in continuous time. Several spikes in one step count
    /// once, so a step has a spike with probability 1 - exp(-rate per step), at any rate.
    ///
    /// A row's spikes depend on the saved seed, the row's values and, if one is named, the row key column; they do not depend on
    /// the row's position.
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, rates of 0 and above. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<PoissonIntervalEncodingOptions> EncodePoissonIntervals(string outputColumnName,
        string? inputColumnName = null, PoissonIntervalEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>
    /// LIF current coding: the spikes of a leaky integrate-and-fire neuron driven by the feature as a current (Norse).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values that are currents. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<LifCurrentEncodingOptions> EncodeLifCurrent(string outputColumnName, string? inputColumnName = null,
        LifCurrentEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());

    /// <summary>
    /// Log latency coding: one spike per feature; its time decreases with the feature's logarithm (SpikingJelly).
    /// </summary>
    /// <remarks>
    /// <format type="text/markdown"><![CDATA[
    /// ###  Estimator characteristics
    /// |  |  |
    /// | -- | -- |
    /// | Does this estimator need to look at the data to train its parameters? | No |
    /// | Input column data type | Single, Double or Byte: scalar or known-size vector, values in [0, 1] |
    /// | Output column data type | Known-size vector of Single, dimensions [NumSteps, input dimensions] |
    /// | Exportable to ONNX | Yes |
    /// ]]></format>
    /// </remarks>
    /// <param name="outputColumnName">The column to add, with dimensions [NumSteps, input dimensions].</param>
    /// <param name="inputColumnName">
    /// The column to encode, values in [0, 1]. If null, the column named <paramref name="outputColumnName"/> is read and
    /// replaced.
    /// </param>
    /// <param name="options">The options, or null for the defaults.</param>
    public SpikeEstimator<LogLatencyEncodingOptions> EncodeLogLatency(string outputColumnName, string? inputColumnName = null,
        LogLatencyEncodingOptions? options = null) =>
        Encode(outputColumnName, inputColumnName, options ?? new());
}
