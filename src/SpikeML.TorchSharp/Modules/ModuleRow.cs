using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>A module's scores for the current row, computed once for all output columns.</summary>
internal sealed class ModuleRow(DataViewRow row, SpikeColumn spikes, ModulePool modules, int outputs, PredictionWatch watch)
    : IRowScores
{
    private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(spikes.Column);
    private readonly long[] _shape = [spikes.NumSteps, 1, .. spikes.Shape.Select(size => (long)size)];
    private readonly float[] _scores = new float[outputs];
    private VBuffer<float> _spikes;
    private long _position = -1;

    public ReadOnlySpan<float> Scores
    {
        get
        {
            if (_position == row.Position)
                return _scores;
            _getter(ref _spikes);
            SpikeBatches.CheckFinite(_spikes, spikes.Column);
            modules.Run(Run);
            _position = row.Position;
            if (watch.IsOpen)
                watch.Look(_spikes.GetValues(), _scores, row is not DataViewRowCursor);
            return _scores;
        }
    }

    private void Run(nn.Module<Tensor, Tensor> module)
    {
        Tensor input = zeros(_shape);
        _spikes.CopyTo(MemoryMarshal.Cast<byte, float>(input.bytes));
        Tensor scores = ModuleScores.Of(module, input, outputs).mean([0]);
        MemoryMarshal.Cast<byte, float>(scores.contiguous().bytes).CopyTo(_scores);
    }
}
