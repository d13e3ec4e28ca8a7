using System.Collections.Immutable;
using System.Numerics.Tensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>Getters of the columns that hold predictions.</summary>
internal static class ScoreGetters
{
    /// <summary>Multiclass: the probability of each class.</summary>
    public static Delegate Probabilities(IRowScores row) => (ValueGetter<VBuffer<float>>)((ref VBuffer<float> probabilities) =>
    {
        ReadOnlySpan<float> scores = row.Scores;
        VBufferEditor<float> editor = VBufferEditor.Create(ref probabilities, scores.Length);
        ScoreReading.ToProbabilities(scores, editor.Values);
        probabilities = editor.Commit();
    });

    /// <summary>
    /// Multiclass: the most likely class, or the first of several equally likely ones; ML.NET's keys count from 1.
    /// </summary>
    public static Delegate PredictedKey(IRowScores row) =>
        (ValueGetter<uint>)((ref uint key) => key = (uint)TensorPrimitives.IndexOfMax(row.Scores) + 1);

    public static Delegate LogOdds(IRowScores row) => (ValueGetter<float>)((ref float score) => score = LogOdds(row.Scores));

    public static Delegate Probability(IRowScores row) =>
        (ValueGetter<float>)((ref float probability) => probability = 1 / (1 + MathF.Exp(-LogOdds(row.Scores))));

    public static Delegate PredictedBoolean(IRowScores row) => (ValueGetter<bool>)((ref bool label) =>
        label = LogOdds(row.Scores) > 0);

    /// <summary>Regression: the mean membrane, on the scale of the labels.</summary>
    public static Delegate Value(IRowScores row, LabelScale scale) =>
        (ValueGetter<float>)((ref float value) => value = (float)(scale.Mean + scale.Deviation * row.Scores[0]));

    /// <summary>Regression over time: the membranes of every step, on the scales of the labels.</summary>
    public static Delegate Steps(IRowScores row, ImmutableArray<LabelScale> scales) =>
        (ValueGetter<VBuffer<float>>)((ref VBuffer<float> values) =>
        {
            ReadOnlySpan<float> membranes = row.StepScores;
            VBufferEditor<float> editor = VBufferEditor.Create(ref values, membranes.Length);
            for (int i = 0; i < membranes.Length; i++)
            {
                LabelScale scale = scales[i % scales.Length];
                editor.Values[i] = (float)(scale.Mean + scale.Deviation * membranes[i]);
            }
            values = editor.Commit();
        });

    private static float LogOdds(ReadOnlySpan<float> scores) => scores[1] - scores[0];
}
