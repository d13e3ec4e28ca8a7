using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;
using static Microsoft.ML.Data.AnnotationUtils;
using static Microsoft.ML.Data.AnnotationUtils.Const;

namespace SpikeML.Nir;

/// <summary>The columns that a graph adds.</summary>
internal sealed class GraphOutput
{
    private readonly NirReading _reading;
    private readonly LabelNames? _names;

    /// <exception cref="ArgumentException">The options do not fit the graph.</exception>
    public GraphOutput(NetworkPlan plan, NirReading reading)
    {
        (Plan, _reading) = (plan, reading);
        _names = reading.ClassNames.Count == 0 ? null : LabelNames.Of(reading.ClassNames);
        Score = reading.Score
            ?? (plan.Nodes[plan.Output].AreSpikes ? SpikingScore.SpikeCount : SpikingScore.MeanMembrane);
        OptionCheck.Require(_names is null || reading.ClassNames.Count == plan.OutputShape.Size, reading.ClassNames.Count,
            nameof(NirReading.ClassNames), $"{nameof(NirReading.ClassNames)} must have a name for each of the "
                + $"{Counted.Of(plan.OutputShape.Size, "output")} of the graph, or none.");
        OptionCheck.Require(plan.OutputShape.Size <= NetworkLabel.MostClasses || reading.PredictedLabelColumnName is null,
            reading.PredictedLabelColumnName, nameof(NirReading.PredictedLabelColumnName),
            $"{nameof(NirReading.PredictedLabelColumnName)} must be null: the graph has "
                + $"{Counted.Of(plan.OutputShape.Size, "output")}, and a key has at most {NetworkLabel.MostClasses} values.");
    }

    /// <summary>The graph.</summary>
    public NetworkPlan Plan { get; }

    /// <summary>How scores are computed.</summary>
    public SpikingScore Score { get; }

    /// <summary>Whether the outputs are classes; a single output is a number.</summary>
    public bool HasClasses => Plan.OutputShape.Size > 1;

    /// <summary>The columns for a number of steps.</summary>
    public IEnumerable<DataViewSchema.DetachedColumn> Columns(int numSteps)
    {
        string kind = HasClasses ? ScoreColumnKind.MulticlassClassification : ScoreColumnKind.Regression;
        int outputs = Plan.OutputShape.Size;
        if (HasClasses && _reading.PredictedLabelColumnName is { } label)
            yield return new(label, new KeyDataViewType(typeof(uint), outputs),
                OutputColumns.Annotations(kind, ScoreValueKind.PredictedLabel, _names, Kinds.KeyValues));
        if (_reading.ScoreColumnName is { } score)
            yield return new(score, HasClasses ? new VectorDataViewType(NumberDataViewType.Single, outputs)
                : NumberDataViewType.Single, OutputColumns.Annotations(kind, ScoreValueKind.Score, _names, Kinds.SlotNames));
        if (_reading.OutputSpikesColumnName is { } spikes)
            yield return Steps(spikes, numSteps, Plan.OutputShape, isMembrane: false);
        if (_reading.OutputMembraneColumnName is { } membrane)
            yield return Steps(membrane, numSteps, Plan.OutputShape, isMembrane: true);
        foreach (NirRecording recording in _reading.Recordings)
            yield return Steps(recording.OutputColumnName, numSteps, Plan.ShapeOf(recording.NodeName), recording.IsMembrane);
    }

    /// <summary>Creates the getters of a row's columns by their names.</summary>
    public Func<string, Delegate> Open(DataViewRow input, SpikeColumn spikes, PredictionWatch watch, bool isScored)
    {
        GraphRow row = new(input, spikes, this, watch, isScored);
        return column => column == _reading.ScoreColumnName
                ? HasClasses ? ScoreGetters.Probabilities(row) : ScoreGetters.Value(row, new(0, 1))
            : column == _reading.PredictedLabelColumnName ? ScoreGetters.PredictedKey(row)
            : Recording(row, column);
    }

    /// <summary>Whether a column needs scores.</summary>
    public bool IsScore(string column) => column == _reading.ScoreColumnName || column == _reading.PredictedLabelColumnName;

    private Delegate Recording(GraphRow row, string column)
    {
        if (column == _reading.OutputSpikesColumnName)
            return StepGetter.Spikes(row, row.Record(Plan.Output, isMembrane: false));
        if (column == _reading.OutputMembraneColumnName)
            return StepGetter.Dense(row, row.Record(Plan.OutputNeurons, isMembrane: true));
        NirRecording recording = _reading.Recordings.First(recording => recording.OutputColumnName == column);
        StepRecorder recorder = row.Record(Plan.PlaceOf(recording.NodeName), recording.IsMembrane);
        return recording.IsMembrane ? StepGetter.Dense(row, recorder) : StepGetter.Spikes(row, recorder);
    }

    private static DataViewSchema.DetachedColumn Steps(string name, int numSteps, NirShape shape, bool isMembrane) => new(name,
        new VectorDataViewType(NumberDataViewType.Single, (int[])[numSteps, .. shape]),
        isMembrane ? null : OutputColumns.Steps(numSteps));
}
