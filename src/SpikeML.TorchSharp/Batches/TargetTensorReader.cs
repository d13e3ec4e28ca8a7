using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Reads targets that vary over time for a tensor of labels, [numSteps, rows, classes...].</summary>
internal sealed class TargetTensorReader(DataViewRow row, SpikeColumn targets) : LabelTensorReader
{
    private readonly ValueGetter<VBuffer<float>> _getter = row.GetGetter<VBuffer<float>>(targets.Column);
    private readonly List<float[]> _rows = [];
    private VBuffer<float> _values;

    public override void Add()
    {
        _getter(ref _values);
        LabelReading.CheckFinite(_values, targets.Column, row);
        _rows.Add([.. _values.DenseValues()]);
    }

    public override Tensor Take()
    {
        using Tensor rows = tensor(_rows.SelectMany(values => values).ToArray(),
            [_rows.Count, targets.NumSteps, .. targets.Shape.Select(dimension => (long)dimension)]);
        _rows.Clear();
        using Tensor steps = rows.transpose(0, 1);
        return steps.contiguous();
    }
}
