using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>The network's outputs for the current row, computed once for all output columns.</summary>
internal sealed class RowScores : IRowScores
{
    private readonly DataViewRow _row;
    private readonly ValueGetter<VBuffer<float>> _getter;
    private readonly NetworkRun _run;
    private readonly int _numSteps;
    private readonly int _neurons;
    private readonly SpikingScore _kind;
    private readonly float[] _outputScores;
    private readonly float[] _scores;
    private readonly float[] _membranes;
    private readonly float[] _outputSpikes;
    private readonly TrainedNetwork _network;
    private readonly List<LayerRecorder> _recorders = [];
    private readonly string _columnName;
    private readonly PredictionWatch _watch;
    private VBuffer<float> _spikes;
    private long _position = -1;

    public RowScores(DataViewRow row, SpikeColumn column, TrainedNetwork network, TrainedOutput output,
        PredictionWatch watch)
    {
        (_row, _watch, _network) = (row, watch, network);
        _getter = row.GetGetter<VBuffer<float>>(column.Column);
        _run = new NetworkRun(network);
        _columnName = column.Column.Name;
        _numSteps = column.NumSteps;
        _neurons = Dimensions.Count(network.InputShape);
        _kind = output.Score;
        _outputScores = new float[network.OutputCount];
        _scores = new float[network.OutputCount / output.OutputsPerClass];
        _membranes = new float[_numSteps * network.OutputCount];
        _outputSpikes = new float[_membranes.Length];
    }

    /// <summary>The output membranes, [numSteps][outputs].</summary>
    public ReadOnlySpan<float> Membranes => Current()._membranes;

    /// <summary>The output spikes, [numSteps][outputs].</summary>
    public ReadOnlySpan<float> Spikes => Current()._outputSpikes;

    /// <summary>One value per class, or per output of a regression; larger values are more likely.</summary>
    public ReadOnlySpan<float> Scores => Current()._scores;

    /// <summary>Records a hidden layer, from the next row on.</summary>
    public LayerRecorder Record(int layer, bool isSpikes)
    {
        LayerRecorder recorder = new(_network.Layers[layer], layer, isSpikes, _numSteps);
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
        if (_spikes.IsDense)
            RunDense(_spikes.GetValues());
        else
            RunSparse(_spikes.GetIndices(), _spikes.GetValues());
        ScoreReading.Read(_kind, _membranes, _outputSpikes, _outputScores);
        ScoreReading.Combine(_kind, _outputScores, _scores);
        _position = _row.Position;
        if (_watch.IsOpen)
            _watch.Look(_spikes.GetValues(), _scores, _row is not DataViewRowCursor);
        return this;
    }

    private void RunDense(ReadOnlySpan<float> values)
    {
        for (int step = 0; step < _numSteps; step++)
        {
            _run.BeginStep();
            ReadOnlySpan<float> now = values.Slice(step * _neurons, _neurons);
            for (int neuron = now.IndexOfAnyExcept(0f); neuron < now.Length && neuron >= 0; neuron++)
            {
                if (now[neuron] != 0)
                    Receive(step, neuron, now[neuron]);
            }
            EndStep(step);
        }
    }

    private void RunSparse(ReadOnlySpan<int> slots, ReadOnlySpan<float> values)
    {
        int i = 0;
        for (int step = 0; step < _numSteps; step++)
        {
            _run.BeginStep();
            for (; i < slots.Length && slots[i] < (step + 1) * _neurons; i++)
            {
                // A sparse vector may contain zeros and must give the same result as the dense vector.
                if (values[i] != 0)
                    Receive(step, slots[i] - step * _neurons, values[i]);
            }
            EndStep(step);
        }
    }

    private void Receive(int step, int neuron, float value)
    {
        if (!float.IsFinite(value))
            throw new InvalidOperationException(
                $"Column '{_columnName}' has {value} at step {step} of neuron {neuron}: spikes must be finite numbers.");
        _run.Receive(neuron, value);
    }

    private void EndStep(int step)
    {
        _run.EndStep();
        _run.Membranes.CopyTo(_membranes.AsSpan(step * _outputScores.Length));
        _run.Spikes.CopyTo(_outputSpikes.AsSpan(step * _outputScores.Length));
        foreach (LayerRecorder recorder in _recorders)
            recorder.Take(_run, step);
    }
}
