using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.SnnTorchComparison;

/// <summary>Adam as Python's torch 2.10 runs it on a CPU by default, parameter by parameter.</summary>
/// <remarks>
/// TorchSharp's own Adam updates the first moment in two passes over memory instead of one. Its <c>lerp_</c> takes the share as a
/// tensor, Python's as a number.
/// </remarks>
internal sealed class TorchAdam : IDisposable
{
    private const double FirstDecay = 0.9, SecondDecay = 0.999;

    private readonly (Parameter Parameter, Tensor First, Tensor Second)[] _moments;
    private readonly double _learningRate;
    private readonly Tensor _firstShare = tensor((float)(1 - FirstDecay));
    private readonly Scalar _secondDecay = SecondDecay, _secondShare = 1 - SecondDecay, _epsilon = 1e-8;
    private int _count;

    public TorchAdam(IEnumerable<Parameter> parameters, double learningRate)
    {
        _learningRate = learningRate;
        _moments = [.. parameters.Select(parameter => (parameter, zeros_like(parameter), zeros_like(parameter)))];
    }

    /// <summary>Forgets the gradients, as <c>zero_grad</c> does by default.</summary>
    public void ForgetGradients()
    {
        foreach ((Parameter parameter, _, _) in _moments)
            parameter.grad = null;
    }

    public void Step()
    {
        using IDisposable noGradients = no_grad();
        _count++;
        using Scalar size = -_learningRate / (1 - Math.Pow(FirstDecay, _count)),
            bias = Math.Sqrt(1 - Math.Pow(SecondDecay, _count));
        foreach ((Parameter parameter, Tensor first, Tensor second) in _moments)
        {
            using Tensor gradient = parameter.grad!;
            _ = first.lerp_(gradient, _firstShare);
            _ = second.mul_(_secondDecay);
            _ = second.addcmul_(gradient, gradient, _secondShare);
            using Tensor root = second.sqrt();
            using Tensor divisor = root.div(bias);
            _ = divisor.add_(_epsilon, Scalars.One);
            _ = parameter.addcdiv_(first, divisor, size);
        }
    }

    public void Dispose()
    {
        foreach ((_, Tensor first, Tensor second) in _moments)
        {
            first.Dispose();
            second.Dispose();
        }
        _firstShare.Dispose();
        foreach (Scalar number in (Scalar[])[_secondDecay, _secondShare, _epsilon])
            number.Dispose();
    }
}
