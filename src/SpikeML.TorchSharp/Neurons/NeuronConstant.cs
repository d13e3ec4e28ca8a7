using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>A constant of a layer's neurons: one number for all of them, or one per neuron.</summary>
/// <remarks>
/// Numbers, arrays and tensors convert to it, as in <c>new Leaky(beta: 0.9)</c> and <c>new Leaky(beta: torch.linspace(0.8, 0.95,
/// 10))</c>.
/// </remarks>
public sealed class NeuronConstant
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
