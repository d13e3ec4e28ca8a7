using System.Numerics.Tensors;

namespace SpikeML;

/// <summary>Values in double precision, in pooled memory.</summary>
internal readonly ref struct WideValues
{
    private readonly PooledSpan<double> _memory;

    /// <summary>The values of a Double column, or the widened values of other columns.</summary>
    public WideValues(scoped ColumnValues values)
    {
        _memory = new(values.Length);
        if (values.AreDoubles)
            values.Doubles.CopyTo(_memory.Span);
        else
            TensorPrimitives.ConvertTruncating(values.Singles, _memory.Span);
    }

    public WideValues(scoped ReadOnlySpan<float> values)
        : this(new ColumnValues(values))
    {
    }

    public ReadOnlySpan<double> Span => _memory.Span;

    public void Dispose() => _memory.Dispose();
}
