using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Torch;

/// <summary>How the outputs of a trained network become columns.</summary>
internal sealed record TrainedOutput
{
    public required SpikingTask Task { get; init; }

    public required SpikingScore Score { get; init; }

    /// <summary>The number of output neurons per class.</summary>
    public int OutputsPerClass { get; init; } = 1;

    public double LabelMean { get; init; }

    public double LabelScale { get; init; } = 1;

    public LabelNames? Names { get; init; }

    public string? SpikesColumnName { get; init; }

    public string? MembraneColumnName { get; init; }

    /// <summary>The outputs of a network that was trained for a goal.</summary>
    public static TrainedOutput Of(TrainingGoal goal, DataViewSchema.Column label, SpikingNetworkOptions options) => new()
    {
        Task = goal.Task,
        Score = goal.Score,
        OutputsPerClass = goal.OutputsPerClass,
        LabelMean = goal.LabelMean,
        LabelScale = goal.LabelScale,
        Names = goal.Task == SpikingTask.Multiclass ? LabelNames.Of(label) : null,
        SpikesColumnName = options.OutputSpikesColumnName,
        MembraneColumnName = options.OutputMembraneColumnName,
    };

    public IEnumerable<DataViewSchema.DetachedColumn> Columns(int numSteps, int outputs) =>
        OutputColumns.Delivered(Task, outputs / OutputsPerClass, outputs, numSteps, Names, SpikesColumnName, MembraneColumnName);

    public Delegate Getter(string column, RowScores row)
    {
        if (column == SpikesColumnName)
            return RecordingGetters.Spikes(row);
        if (column == MembraneColumnName)
            return RecordingGetters.Membranes(row);
        return Getter(column, (IRowScores)row);
    }

    /// <summary>The getter of a column of predictions.</summary>
    public Delegate Getter(string column, IRowScores row) => (Task, column) switch
    {
        (SpikingTask.Multiclass, OutputColumns.Score) => ScoreGetters.Probabilities(row),
        (SpikingTask.Multiclass, _) => ScoreGetters.PredictedKey(row),
        (SpikingTask.Regression, _) => ScoreGetters.Value(row, LabelMean, LabelScale),
        (_, OutputColumns.Score) => ScoreGetters.LogOdds(row),
        (_, OutputColumns.Probability) => ScoreGetters.Probability(row),
        _ => ScoreGetters.PredictedBoolean(row),
    };

    public void Save(IHost host, BinaryWriter writer)
    {
        writer.Write((byte)Task);
        writer.Write((byte)Score);
        writer.Write(LabelMean);
        writer.Write(LabelScale);
        writer.Write(SpikesColumnName ?? "");
        writer.Write(MembraneColumnName ?? "");
        writer.Write(Names is not null);
        writer.Flush();
        Names?.Save(host, writer.BaseStream);
    }

    public static TrainedOutput Load(IHost host, BinaryReader reader) => new()
    {
        Task = reader.ReadByteEnum<SpikingTask>(),
        Score = reader.ReadByteEnum<SpikingScore>(),
        LabelMean = reader.ReadDouble(),
        LabelScale = reader.ReadDouble(),
        SpikesColumnName = reader.ReadString() is { Length: > 0 } spikes ? spikes : null,
        MembraneColumnName = reader.ReadString() is { Length: > 0 } membrane ? membrane : null,
        Names = reader.ReadBoolean() ? LabelNames.Load(host, reader.BaseStream) : null,
    };
}
