using System.Diagnostics.CodeAnalysis;
using Microsoft.ML;
using Microsoft.ML.Runtime;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>A network that the trainers could have made, from its graph.</summary>
internal static class NirNetworkReader
{
    /// <summary>Reads a network.</summary>
    /// <param name="environment">Where it is to run.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="spikeColumnName">The spike column, or null for that in the metadata, or Spikes.</param>
    /// <param name="timeStep">The duration of a step, or null for that in the metadata, or snnTorch's.</param>
    /// <param name="network">The network, with the same spikes bit for bit if it was saved from here.</param>
    /// <param name="reason">Why the graph is not such a network, as the end of a sentence.</param>
    public static bool TryRead(IHostEnvironment environment, NirGraph graph, string? spikeColumnName, double? timeStep,
        [NotNullWhen(true)] out SpikingNetworkTransformer? network, [NotNullWhen(false)] out string? reason)
    {
        try
        {
            IReadOnlyDictionary<string, object> metadata = graph.Metadata;
            double step = timeStep ?? NirDefaults.StepOf(graph) ?? NirDefaults.TimeStep;
            IReadOnlyList<SpikingLayerWeights> layers = new NirLayerReader(NirChain.Of(graph), step).Read();
            SpikingTask task = TaskOf(metadata, layers);
            network = GivenNetworkCatalog.Create(environment, task, InputShape(graph), layers,
                spikeColumnName ?? metadata.GetValueOrDefault(NirKeys.SpikeColumn) as string ?? "Spikes",
                Options(graph, task, layers[^1]));
            reason = null;
            return true;
        }
        catch (Exception error) when (error is NotTrainableException or ArgumentException)
        {
            (network, reason) = (null, error.Message.TrimEnd('.'));
            return false;
        }
    }

    private static SpikingTask TaskOf(IReadOnlyDictionary<string, object> metadata, IReadOnlyList<SpikingLayerWeights> layers) =>
        layers.Count == 0 || layers[^1].Layer.Kind != SpikingLayerKind.Dense
            ? throw new NotTrainableException("it does not end with a dense layer of neurons")
            : Enum.TryParse(metadata.GetValueOrDefault(NirKeys.Task) as string, out SpikingTask task) ? task
            : layers[^1].Layer.Neurons == 1 ? SpikingTask.Regression : SpikingTask.Multiclass;

    private static GivenNetworkOptions Options(NirGraph graph, SpikingTask task, SpikingLayerWeights output)
    {
        IReadOnlyDictionary<string, object> metadata = graph.Metadata;
        bool fires = output.Layer.NeuronModel is { Reset: not ResetMechanism.None };
        return new()
        {
            Score = NirDefaults.ScoreOf(graph) ?? (fires ? SpikingScore.SpikeCount : SpikingScore.MeanMembrane),
            OutputsPerClass = metadata.GetValueOrDefault(NirKeys.OutputsPerClass) is long count and > 0 and < int.MaxValue
                ? (int)count : 1,
            ClassNames = task == SpikingTask.Multiclass
                ? metadata.GetValueOrDefault(NirKeys.Classes) as IReadOnlyList<string> : null,
            LabelMean = metadata.GetValueOrDefault(NirKeys.LabelMean) as double? ?? 0,
            LabelScale = metadata.GetValueOrDefault(NirKeys.LabelScale) as double? ?? 1,
            VariesOverTime = task == SpikingTask.Regression && metadata.ContainsKey(NirKeys.VariesOverTime),
            Scales = [.. Numbers(metadata, NirKeys.LabelMean).Zip(Numbers(metadata, NirKeys.LabelScale),
                (mean, deviation) => new LabelScale(mean, deviation))],
            OutputSpikesColumnName = metadata.GetValueOrDefault(NirKeys.OutputSpikes) as string,
            OutputMembraneColumnName = metadata.GetValueOrDefault(NirKeys.OutputMembrane) as string,
        };
    }

    private static double[] Numbers(IReadOnlyDictionary<string, object> metadata, string key) =>
        (metadata.GetValueOrDefault(key) as NirArray)?.ToDoubles() ?? [];

    /// <summary>The shape that the spike column had, if it has as many neurons as the input.</summary>
    public static int[] InputShape(NirGraph graph)
    {
        NirShape input = graph.Nodes.Values.OfType<NirInput>().First().Shape;
        double[] saved = (graph.Metadata.GetValueOrDefault(NirKeys.InputShape) as NirArray)?.ToDoubles() ?? [];
        return saved.Length > 0 && saved.All(size => size is >= 1 and <= int.MaxValue)
            && saved.Aggregate(1.0, (product, size) => product * size) == input.Size
            ? Array.ConvertAll(saved, size => (int)size) : [.. input];
    }
}
