using System.Diagnostics;
using System.Globalization;
using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.Onnx.Tests.Networks;

/// <summary>
/// The files of a network of digits: their size and, in the output, the time that OnnxRuntime takes to load them.
/// </summary>
public class LoopSizeTests
{
    private static readonly int[] Inputs = [784];

    private readonly ITestOutputHelper _output;

    private readonly MLContext _context = new(seed: 1);
    private readonly SpikingNetworkTransformer _network;

    public LoopSizeTests(ITestOutputHelper output)
    {
        _output = output;
        SpikingLayer[] layers = [SpikingLayer.Dense(128) with { SpikesColumnName = "First" },
            SpikingLayer.Dense(64) with { SpikesColumnName = "Second" }, SpikingLayer.Dense(10)];
        _network = _context.MulticlassClassification.CreateSpikingNetwork(Inputs, GivenNetworks.Of(Inputs, layers),
            options: new() { Score = SpikingScore.MeanMembrane });
    }

    [Fact]
    public void A_loop_takes_as_many_bytes_for_100_steps_as_for_25()
    {
        int few = Measure("loop", 25, Loop), many = Measure("loop", 100, Loop);
        int fewRepeated = Measure("repeated", 25, Repeated), manyRepeated = Measure("repeated", 100, Repeated);
        Assert.InRange(many, few - 100, few + 100);
        Assert.True(fewRepeated > few);
        Assert.True(manyRepeated - many > 3 * (fewRepeated - few));
    }

    [Fact]
    public void ConvertToOnnx_keeps_labels_scores_and_hidden_spikes_of_a_network_of_digits()
    {
        NetworkComparison comparison = NetworkComparison.Of(_context, _network,
            NetworkData.Spikes(_context, Inputs, rows: 1000, numSteps: 25));
        _output.WriteLine($"784-128-64-10, 25 steps | {comparison}");
        comparison.AssertPromise();
        Assert.All(comparison.Recorded.Values, hidden => Assert.InRange(hidden.Count, 0, 1000));
    }

    private byte[] Loop(IDataView data) => OnnxSession.Convert(_context, _network, data, "Score", "PredictedLabel");

    private byte[] Repeated(IDataView data) => RepeatedSteps.Convert(_context, _network, data);

    private int Measure(string name, int numSteps, Func<IDataView, byte[]> convert)
    {
        byte[] file = convert(NetworkData.Spikes(_context, Inputs, rows: 1, numSteps: numSteps));
        new OnnxSession(file).Dispose();
        Stopwatch watch = Stopwatch.StartNew();
        new OnnxSession(file).Dispose();
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}, {numSteps} steps: {file.Length:N0} bytes, loads in {watch.Elapsed.TotalMilliseconds:F0} ms"));
        return file.Length;
    }
}
