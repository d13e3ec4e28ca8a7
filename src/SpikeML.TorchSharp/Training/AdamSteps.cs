using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Adam (Kingma and Ba 2015) with torch's defaults.</summary>
/// <remarks>
/// The same as TorchSharp's own, except that numbers are kept alive while libtorch reads them (<see cref="TensorArithmetic"/>).
/// </remarks>
internal sealed class AdamSteps : IDisposable
{
    private const double FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;

    private readonly (Parameter Parameter, Tensor First, Tensor Second)[] _moments;
    private int _count;

    public AdamSteps(IEnumerable<Parameter> parameters) =>
        _moments = [.. parameters.Select(parameter => (parameter, zeros_like(parameter), zeros_like(parameter)))];

    /// <summary>Updates the parameters from their gradients.</summary>
    public void Step(double learningRate)
    {
        using var noGradients = no_grad();
        _count++;
        double firstBias = 1 - Math.Pow(FirstDecay, _count), secondBias = Math.Sqrt(1 - Math.Pow(SecondDecay, _count));
        foreach ((Parameter parameter, Tensor first, Tensor second) in _moments)
        {
            if (parameter.grad is Tensor gradient)
                Step(parameter, gradient, first, second, -learningRate / firstBias, secondBias);
        }
    }

    public void Dispose()
    {
        foreach ((_, Tensor first, Tensor second) in _moments)
        {
            first.Dispose();
            second.Dispose();
        }
    }

    private static void Step(Parameter parameter, Tensor gradient, Tensor first, Tensor second, double stepSize, double bias)
    {
        using Scalar firstDecay = FirstDecay, firstShare = 1 - FirstDecay, secondDecay = SecondDecay,
            secondShare = 1 - SecondDecay;
        using Scalar scale = bias, epsilon = Epsilon, one = 1, size = stepSize;
        first.mul_(firstDecay).add_(gradient, firstShare);
        second.mul_(secondDecay).addcmul_(gradient, gradient, secondShare);
        using Tensor divisor = second.sqrt().div_(scale).add_(epsilon, one);
        parameter.addcdiv_(first, divisor, size);
    }
}
