using System.Numerics.Tensors;

namespace SpikeML;

/// <summary>Doubles and the same values in single precision, in pooled memory.</summary>
internal readonly ref struct RoundedValues
{
    private readonly PooledSpan<float> _memory;
    private readonly ReadOnlySpan<double> _doubles;

    public RoundedValues(ReadOnlySpan<double> values)
    {
        _memory = new(values.Length);
        _doubles = values;
        TensorPrimitives.ConvertTruncating(values, _memory.Span);
    }

    public ColumnValues Values => new(_memory.Span, _doubles);

    public void Dispose() => _memory.Dispose();
}
