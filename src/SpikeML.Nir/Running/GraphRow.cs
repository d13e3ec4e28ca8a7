using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>What a graph puts out for the current row, computed once for all output columns.</summary>
internal sealed class GraphRow : IRowScores, IRowSteps
{
    private readonly DataViewRow _row;
    private readonly ValueGetter<VBuffer<float>> _getter;
    private readonly SpikeColumn _column;
    private readonly NetworkRun _run;
    private readonly GraphOutput _output;
    private readonly PredictionWatch _watch;
    private readonly float[] _scores;
    private readonly List<StepRecorder> _recorders = [];
    private readonly StepRecorder? _scored;
    private VBuffer<float> _values;
    private long _position = -1;

    /// <param name="row">The row that a cursor moves.</param>
    /// <param name="column">The spike column of the row.</param>
    /// <param name="output">What the graph puts out.</param>
    /// <param name="watch">Checks the first rows.</param>
    /// <param name="isScored">Whether scores are needed.</param>
    public GraphRow(DataViewRow row, SpikeColumn column, GraphOutput output, PredictionWatch watch, bool isScored)
    {
        (_row, _column, _output, _watch) = (row, column, output, watch);
        _getter = row.GetGetter<VBuffer<float>>(column.Column);
        _run = new NetworkRun(output.Plan);
        _scores = new float[isScored ? output.Plan.OutputShape.Size : 0];
        _scored = !isScored ? null
            : output.Score is SpikingScore.SpikeCount or SpikingScore.FirstSpike ? Record(output.Plan.Output, isMembrane: false)
            : Record(output.Plan.OutputNeurons, isMembrane: true);
    }

    /// <summary>One value per output; larger values are more likely.</summary>
    public ReadOnlySpan<float> Scores => Current()._scores;

    /// <summary>The values that the scores come from, at every step; empty if no scores are needed.</summary>
    public ReadOnlySpan<float> StepScores => Current()._scored is { } scored ? scored.Values : [];

    /// <summary>Records a node, from the next row on.</summary>
    public StepRecorder Record(int place, bool isMembrane)
    {
        StepRecorder recorder = new(_run[place], isMembrane, _column.NumSteps);
        _recorders.Add(recorder);
        return recorder;
    }

    /// <summary>What a recorder has taken of the current row.</summary>
    public ReadOnlySpan<float> Recorded(StepRecorder recorder)
    {
        Current();
        return recorder.Values;
    }

    private GraphRow Current()
    {
        if (_position == _row.Position)
            return this;
        _getter(ref _values);
        _run.Reset();
        RowSteps.Run(_values, _column, this);
        if (_scored is not null)
            ScoreReading.Read(_output.Score, _scored.Values, _scored.Values, _scores);
        _position = _row.Position;
        if (_watch.IsOpen && _scored is not null)
            _watch.Look(_values.GetValues(), _scores, _row is not DataViewRowCursor);
        return this;
    }

    void IRowSteps.BeginStep() => _run.BeginStep();

    void IRowSteps.Receive(int neuron, float value) => _run.Receive(neuron, value);

    void IRowSteps.EndStep(int step)
    {
        _run.EndStep();
        foreach (StepRecorder recorder in _recorders)
            recorder.Take(step);
    }
}
