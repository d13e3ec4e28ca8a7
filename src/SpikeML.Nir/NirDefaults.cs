using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Options that are not given, from the metadata that <c>SaveNir</c> writes.</summary>
internal static class NirDefaults
{
    /// <summary>The step of a graph that does not say which one it was made for.</summary>
    public const double TimeStep = 1e-4;

    /// <summary>The options that a graph runs with.</summary>
    public static NirReading Complete(NirReading reading, NirGraph graph) => reading with
    {
        TimeStep = reading.TimeStep ?? StepOf(graph) ?? TimeStep,
        Score = reading.Score ?? ScoreOf(graph),
        ClassNames = reading.ClassNames.Count > 0 ? reading.ClassNames : ClassesOf(graph),
    };

    /// <summary>The step that the time constants of a graph are for, or null if it does not say.</summary>
    public static double? StepOf(NirGraph graph) => graph.Metadata.GetValueOrDefault(NirKeys.TimeStep) switch
    {
        double step when double.IsFinite(step) && step > 0 => step,
        long step and > 0 => step,
        _ => null,
    };

    /// <summary>The kind of score that was saved, or null if there is none.</summary>
    public static SpikingScore? ScoreOf(NirGraph graph) =>
        graph.Metadata.GetValueOrDefault(NirKeys.Score) is string name && Enum.TryParse(name, out SpikingScore score)
            && Enum.IsDefined(score) ? score : null;

    private static IReadOnlyList<string> ClassesOf(NirGraph graph) =>
        graph.Nodes.Values.OfType<NirOutput>().ToArray() is [{ Shape.Size: > 1 and var outputs }]
            && graph.Metadata.GetValueOrDefault(NirKeys.Classes) is IReadOnlyList<string> names && names.Count == outputs
            ? names : [];
}
