using System.Globalization;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Warns where the network that was saved as a graph does something different, according to the metadata.</summary>
internal static class NirOtherNetwork
{
    private const string Remedy = "TryGetSpikingNetwork of the transformer gives that network.";

    /// <summary>A step in single precision is the same step.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>What to warn of when a graph runs.</summary>
    public static IEnumerable<string> Warnings(NirGraph graph, NirReading reading)
    {
        if (NirDefaults.StepOf(graph) is { } saved && Math.Abs(saved - reading.Step) > Tolerance * saved)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"The graph was saved for a time step of {saved} s ('{NirKeys.TimeStep}' in its metadata), but runs with one "
                    + $"of {reading.Step} s, so its neurons leak at another rate: set NirReading.TimeStep.");
        }
        if (NirApproximation.Of(graph).FirstOrDefault() is ({ } node, { } does))
            yield return $"In '{node}', {does} in the network that was saved; the graph does what other tools do. {Remedy}";
        if (graph.Metadata.GetValueOrDefault(NirKeys.OutputsPerClass) is long and > 1 and var outputs)
            yield return $"The network that was saved has {outputs} outputs for each class, and the graph scores each output. "
                + Remedy;
        if (graph.Metadata.GetValueOrDefault(NirKeys.Task) as string == nameof(SpikingTask.Regression) && IsScaled(graph))
            yield return $"The network that was saved predicts labels, and the graph puts out labels less their mean, divided by "
                + $"their scale ('{NirKeys.LabelMean}' and '{NirKeys.LabelScale}' in its metadata). {Remedy}";
    }

    private static bool IsScaled(NirGraph graph) =>
        graph.Metadata.GetValueOrDefault(NirKeys.LabelMean) is not 0.0
        || graph.Metadata.GetValueOrDefault(NirKeys.LabelScale) is not 1.0;
}
