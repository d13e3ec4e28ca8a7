using System.Collections.Immutable;
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

    /// <summary>Regression: the mean and the deviation of each output's labels.</summary>
    public ImmutableArray<LabelScale> Scales { get; init; } = [new(0, 1)];

    /// <summary>Whether a regression has a score for each step, [numSteps] or [numSteps, outputs].</summary>
    public bool VariesOverTime { get; init; }

    public LabelNames? Names { get; init; }

    public string? SpikesColumnName { get; init; }

    public string? MembraneColumnName { get; init; }

    /// <summary>The outputs of a network that was trained for a goal.</summary>
    public static TrainedOutput Of(TrainingGoal goal, DataViewSchema.Column label, SpikingNetworkOptions options) => new()
    {
        Task = goal.Task,
        Score = goal.Score,
        OutputsPerClass = goal.OutputsPerClass,
        Scales = goal.IsClassification ? [new(0, 1)] : [.. goal.Scales],
        VariesOverTime = !goal.IsClassification && goal.HasTargets,
        Names = goal.Task == SpikingTask.Multiclass ? LabelNames.Of(label) : null,
        SpikesColumnName = options.OutputSpikesColumnName,
        MembraneColumnName = options.OutputMembraneColumnName,
    };

    public IEnumerable<DataViewSchema.DetachedColumn> Columns(int numSteps, int outputs) =>
        OutputColumns.Delivered(this, outputs / OutputsPerClass, outputs, numSteps);

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
        (SpikingTask.Regression, _) => VariesOverTime ? ScoreGetters.Steps(row, Scales) : ScoreGetters.Value(row, Scales[0]),
        (_, OutputColumns.Score) => ScoreGetters.LogOdds(row),
        (_, OutputColumns.Probability) => ScoreGetters.Probability(row),
        _ => ScoreGetters.PredictedBoolean(row),
    };

    public void Save(IHost host, BinaryWriter writer)
    {
        writer.Write((byte)Task);
        writer.Write((byte)Score);
        writer.Write(Scales[0].Mean);
        writer.Write(Scales[0].Deviation);
        writer.Write(SpikesColumnName ?? "");
        writer.Write(MembraneColumnName ?? "");
        writer.Write(Names is not null);
        writer.Flush();
        Names?.Save(host, writer.BaseStream);
        writer.Write(VariesOverTime);
        writer.Write(Scales.Length);
        foreach (LabelScale scale in Scales.Skip(1))
        {
            writer.Write(scale.Mean);
            writer.Write(scale.Deviation);
        }
    }

    public static TrainedOutput Load(IHost host, CodeReader reader)
    {
        TrainedOutput output = new()
        {
            Task = reader.ReadByteEnum<SpikingTask>(),
            Score = reader.ReadByteEnum<SpikingScore>(),
            Scales = [new(reader.ReadDouble(), reader.ReadDouble())],
            SpikesColumnName = reader.ReadString() is { Length: > 0 } spikes ? spikes : null,
            MembraneColumnName = reader.ReadString() is { Length: > 0 } membrane ? membrane : null,
            Names = reader.ReadBoolean() ? LabelNames.Load(host, reader.BaseStream) : null,
        };
        return reader.Format < NetworkFormat.Third ? output : output with
        {
            VariesOverTime = reader.ReadBoolean(),
            Scales = [.. output.Scales, .. MoreScales(reader)],
        };
    }

    /// <summary>Whether the columns fit a network with a number of outputs.</summary>
    public bool Fits(int outputs) => VariesOverTime ? Task == SpikingTask.Regression && Scales.Length == outputs
        : Scales.Length == 1;

    private static IEnumerable<LabelScale> MoreScales(CodeReader reader)
    {
        // The first one is further up in the file.
        int more = reader.ReadInt32() - 1;
        if (more < 0)
            throw new EndOfStreamException();
        reader.CheckRoom(more, 2 * sizeof(double));
        for (; more > 0; more--)
            yield return new(reader.ReadDouble(), reader.ReadDouble());
    }
}
