using System.Globalization;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>A constant of a layer's neurons: one number for all of them, or one per neuron.</summary>
/// <remarks>
/// Numbers, arrays and tensors convert to it, as in <c>new Leaky(beta: 0.9)</c> and <c>new Leaky(beta: torch.linspace(0.8, 0.95,
/// 10))</c>.
/// </remarks>
public sealed class NeuronConstant : IEquatable<NeuronConstant>
{
    private readonly float[] _values;
    private readonly long[] _shape;

    private NeuronConstant(float[] values, long[] shape) => (_values, _shape) = (values, shape);

    /// <summary>One number for all neurons.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator NeuronConstant(double value) => new([(float)value], []);

    /// <summary>One number per neuron of a layer, [neurons].</summary>
    /// <param name="values">The numbers.</param>
    public static implicit operator NeuronConstant(float[] values) => new([.. Given(values)], [values.Length]);

    /// <summary>
    /// One number per neuron, in a shape that broadcasts to the layer's: [neurons], or [channels, 1, 1] for one per channel.
    /// </summary>
    /// <param name="values">The numbers, which are copied.</param>
    public static implicit operator NeuronConstant(Tensor values)
    {
        using Tensor numbers = Given(values).detach().cpu().to(ScalarType.Float32).contiguous();
        return new(numbers.data<float>().ToArray(), numbers.shape);
    }

    /// <summary>The numbers: one for all neurons, or one per neuron.</summary>
    public IReadOnlyList<float> Values => _values;

    /// <summary>Whether both have the same numbers in the same shape.</summary>
    public bool Equals(NeuronConstant? other) =>
        other is not null && _values.AsSpan().SequenceEqual(other._values) && _shape.AsSpan().SequenceEqual(other._shape);

    /// <summary>Whether both have the same numbers in the same shape.</summary>
    public override bool Equals(object? obj) => Equals(obj as NeuronConstant);

    /// <summary>A hash code of the numbers.</summary>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(MemoryMarshal.AsBytes(_values.AsSpan()));
        return hash.ToHashCode();
    }

    /// <summary>The number, or the numbers in brackets.</summary>
    public override string ToString() =>
        _shape.Length == 0 ? _values[0].ToString(CultureInfo.InvariantCulture)
            : $"[{string.Join(", ", _values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>The same numbers in the shape for a layer: one for all, one per neuron, or one per channel of images.</summary>
    internal NeuronConstant For(bool isImage) =>
        new(_values, _values.Length == 1 ? [] : isImage ? [_values.Length, 1, 1] : [_values.Length]);

    internal Tensor ToTensor() => tensor(_values, _shape);

    /// <summary>Rejects numbers that are out of range; the error names the constant and the first such neuron.</summary>
    internal void Require(Func<float, bool> isValid, string name, string range)
    {
        OptionCheck.Require(_values.Length > 0, 0, name, $"{name} must have at least one number.");
        int bad = Array.FindIndex(_values, value => !isValid(value));
        OptionCheck.Require(bad < 0, bad < 0 ? 0 : _values[bad], name,
            $"{name} must be {range}{(_values.Length == 1 ? "" : $", but it is not for neuron {bad}")}.");
    }

    private static T Given<T>(T values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values;
    }
}
