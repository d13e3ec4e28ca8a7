using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Reads the weights of rows, for a tensor of [rows].</summary>
internal sealed class ExampleWeightReader(DataViewRow row, DataViewSchema.Column column)
{
    private readonly ValueGetter<float> _getter = row.GetGetter<float>(column);
    private readonly List<float> _weights = [];

    public static void Check(DataViewSchema.Column weightColumn)
    {
        if (weightColumn.Type != NumberDataViewType.Single)
            throw new ArgumentOutOfRangeException(nameof(weightColumn), weightColumn.Name,
                $"Column '{weightColumn.Name}' is not a column of example weights: expected Single, got {weightColumn.Type}.");
    }

    /// <summary>The weight of the current row.</summary>
    public float Read()
    {
        float weight = 0;
        _getter(ref weight);
        return float.IsFinite(weight) && weight >= 0 ? weight : throw new InvalidOperationException(
            $"Column '{column.Name}' has {weight} at row {row.Position}: example weights must be finite numbers of at least 0.");
    }

    /// <summary>Adds the weight of the current row.</summary>
    public void Add() => _weights.Add(Read());

    /// <summary>The weights since the last call.</summary>
    public Tensor Take()
    {
        float[] weights = [.. _weights];
        _weights.Clear();
        return tensor(weights);
    }
}
