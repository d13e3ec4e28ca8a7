using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Checks of the constants of neurons.</summary>
internal static class NeuronCheck
{
    public const string AlphaIsDelayed =
        "The membrane of alpha neurons follows from their currents, so ResetDelay must be true.";

    public static void Decay(double value, string name) => Decay((NeuronConstant)value, name);

    public static void Decay(NeuronConstant constant, string name)
    {
        ArgumentNullException.ThrowIfNull(constant, name);
        constant.Require(value => value is >= 0 and <= 1, name, "0 to 1");
    }

    public static void Finite(NeuronConstant constant, string name) => constant.Require(float.IsFinite, name, "a finite number");

    /// <summary>Rejects constants that do not match the neurons of the input, [batch, neurons...].</summary>
    public static void Fits(string name, Tensor constant, Tensor input)
    {
        long[] shape = constant.shape, neurons = input.shape[1..];
        bool fits = shape.Length <= neurons.Length
            && shape.Reverse().Zip(neurons.Reverse()).All(pair => pair.First == 1 || pair.First == pair.Second);
        if (!fits && constant.numel() > 1)
            throw new ArgumentException(
                $"{name} has the shape [{string.Join(", ", shape)}], but the neurons have "
                    + $"[{string.Join(", ", neurons)}]: pass one number per neuron, or one for all.",
                nameof(input));
    }

    /// <summary>The number of rows of a step's input; throws unless it is [batch, inputs].</summary>
    public static long Rows(Tensor input, int inputs) => input.shape is [long rows, long found] && found == inputs ? rows
        : throw new ArgumentException($"A step of the input must be [batch, {inputs}], got [{string.Join(", ", input.shape)}].",
            nameof(input));

    /// <summary>Rejects the reset without delay, which the alpha neuron does not have.</summary>
    public static void Delayed(FiringOptions? firing) => OptionCheck.Require(firing?.ResetDelay != false, false,
        nameof(FiringOptions.ResetDelay), AlphaIsDelayed);

    /// <summary>Checks the decays of alpha neurons: 0 below beta below alpha, at most 1, for every neuron.</summary>
    public static void Decays(NeuronConstant alpha, NeuronConstant beta)
    {
        ArgumentNullException.ThrowIfNull(alpha);
        ArgumentNullException.ThrowIfNull(beta);
        beta.Require(value => value is > 0 and < 1, nameof(beta), "above 0 and below 1");
        alpha.Require(value => value <= 1, nameof(alpha), "above beta and at most 1");
        (IReadOnlyList<float> larger, IReadOnlyList<float> smaller) = (alpha.Values, beta.Values);
        for (int i = 0; i < Math.Max(larger.Count, smaller.Count); i++)
            OptionCheck.Require(larger[i % larger.Count] > smaller[i % smaller.Count], larger[i % larger.Count], nameof(alpha),
                "alpha must be above beta for every neuron.");
    }

    /// <summary>Rejects a state that does not match the neurons of a step, [batch, neurons...].</summary>
    public static void Fits(NeuronState state, Tensor step, int count, string model)
    {
        long[] wanted = step.shape;
        if (state.Tensors.Count != count)
            throw new ArgumentException($"The state has {Counted.Of(state.Tensors.Count, "tensor")}, but that of {model} has "
                + $"{count}.", nameof(state));
        if (state.Tensors.FirstOrDefault(tensor => !tensor.shape.SequenceEqual(wanted)) is Tensor other)
            throw new ArgumentException($"The state has the shape [{string.Join(", ", other.shape)}], but that of these "
                + $"neurons and rows has [{string.Join(", ", wanted)}].", nameof(state));
    }
}
