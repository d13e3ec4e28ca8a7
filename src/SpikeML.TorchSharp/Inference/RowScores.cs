using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>The network's outputs for the current row, computed once for all output columns.</summary>
internal sealed class RowScores : IRowScores, IRowSteps
{
    private readonly DataViewRow _row;
    private readonly ValueGetter<VBuffer<float>> _getter;
    private readonly NetworkRun _run;
    private readonly SpikeColumn _column;
    private readonly SpikingScore _kind;
    private readonly float[] _outputScores;
    private readonly float[] _scores;
    private readonly float[] _membranes;
    private readonly float[] _outputSpikes;
    private readonly TrainedNetwork _network;
    private readonly List<LayerRecorder> _recorders = [];
    private readonly PredictionWatch _watch;
    private VBuffer<float> _spikes;
    private long _position = -1;

    public RowScores(DataViewRow row, SpikeColumn column, TrainedNetwork network, TrainedOutput output,
        PredictionWatch watch)
    {
        (_row, _column, _watch, _network) = (row, column, watch, network);
        _getter = row.GetGetter<VBuffer<float>>(column.Column);
        _run = new NetworkRun(network);
        _kind = output.Score;
        _outputScores = new float[network.OutputCount];
        _scores = new float[network.OutputCount / output.OutputsPerClass];
        _membranes = new float[column.NumSteps * network.OutputCount];
        _outputSpikes = new float[_membranes.Length];
    }

    /// <summary>The output membranes, [numSteps][outputs].</summary>
    public ReadOnlySpan<float> StepScores => Current()._membranes;

    /// <summary>The output spikes, [numSteps][outputs].</summary>
    public ReadOnlySpan<float> Spikes => Current()._outputSpikes;

    /// <summary>One value per class, or per output of a regression; larger values are more likely.</summary>
    public ReadOnlySpan<float> Scores => Current()._scores;

    /// <summary>Records a hidden layer, from the next row on.</summary>
    public LayerRecorder Record(int layer, bool isSpikes)
    {
        LayerRecorder recorder = new(_network.Layers[layer], layer, isSpikes, _column.NumSteps);
        _recorders.Add(recorder);
        return recorder;
    }

    /// <summary>What a recorder has taken of the current row.</summary>
    public ReadOnlySpan<float> Recorded(LayerRecorder recorder)
    {
        Current();
        return recorder.Values;
    }

    private RowScores Current()
    {
        if (_position == _row.Position)
            return this;
        _getter(ref _spikes);
        _run.Reset();
        RowSteps.Run(_spikes, _column, this);
        ScoreReading.Read(_kind, _membranes, _outputSpikes, _outputScores);
        ScoreReading.Combine(_kind, _outputScores, _scores);
        _position = _row.Position;
        if (_watch.IsOpen)
            _watch.Look(_spikes.GetValues(), _scores, _row is not DataViewRowCursor);
        return this;
    }

    void IRowSteps.BeginStep() => _run.BeginStep();

    void IRowSteps.Receive(int neuron, float value) => _run.Receive(neuron, value);

    void IRowSteps.EndStep(int step)
    {
        _run.EndStep();
        _run.Membranes.CopyTo(_membranes.AsSpan(step * _outputScores.Length));
        _run.Spikes.CopyTo(_outputSpikes.AsSpan(step * _outputScores.Length));
        foreach (LayerRecorder recorder in _recorders)
            recorder.Take(_run, step);
    }
}
