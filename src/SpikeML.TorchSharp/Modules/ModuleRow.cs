using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>A module's scores for the current row, computed once for all output columns.</summary>
/// <param name="row">The row.</param>
/// <param name="spikes">Its spike column.</param>
/// <param name="modules">The module.</param>
/// <param name="outputs">The number of outputs.</param>
/// <param name="needsSteps">Whether the module must return the scores of every step.</param>
/// <param name="watch">Takes the first rows.</param>
internal sealed class ModuleRow(DataViewRow row, SpikeColumn spikes, ModulePool modules, int outputs, bool needsSteps,
    PredictionWatch watch) : IRowScores
{
    private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(spikes.Column);
    private readonly long[] _shape = [spikes.NumSteps, 1, .. spikes.Shape.Select(size => (long)size)];
    private readonly float[] _scores = new float[outputs], _stepScores = new float[needsSteps ? spikes.NumSteps * outputs : 0];
    private VBuffer<float> _spikes;
    private long _position = -1;

    public ReadOnlySpan<float> Scores => Current()._scores;

    /// <summary>What the module returns at every step; empty if it need not.</summary>
    public ReadOnlySpan<float> StepScores => Current()._stepScores;

    private ModuleRow Current()
    {
        if (_position == row.Position)
            return this;
        _getter(ref _spikes);
        SpikeBatches.CheckFinite(_spikes, spikes.Column);
        modules.Run(Run);
        _position = row.Position;
        if (watch.IsOpen)
            watch.Look(_spikes.GetValues(), _scores, row is not DataViewRowCursor);
        return this;
    }

    private void Run(nn.Module<Tensor, Tensor> module)
    {
        Tensor input = zeros(_shape);
        _spikes.CopyTo(MemoryMarshal.Cast<byte, float>(input.bytes));
        Tensor steps = ModuleScores.Of(module, input, outputs, needsSteps);
        if (needsSteps)
            MemoryMarshal.Cast<byte, float>(steps.contiguous().bytes).CopyTo(_stepScores);
        MemoryMarshal.Cast<byte, float>(steps.mean([0]).contiguous().bytes).CopyTo(_scores);
    }
}
