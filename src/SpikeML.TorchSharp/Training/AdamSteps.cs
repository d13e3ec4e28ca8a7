using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Adam (Kingma and Ba 2015) with torch's defaults.</summary>
/// <remarks>
/// The same as TorchSharp's own, except that numbers are kept alive while libtorch reads them
/// (<see cref="TensorArithmetic"/>), and that an update on the CPU is one pass over memory instead of eight
/// (<see cref="AdamKernel"/>).
/// </remarks>
internal sealed class AdamSteps : IDisposable
{
    public const double FirstDecay = 0.9, SecondDecay = 0.999, Epsilon = 1e-8;

    /// <summary>The parameters that a thread updates at a time.</summary>
    private const int BlockLength = 1 << 15;

    private readonly (Parameter Parameter, Tensor First, Tensor Second)[] _moments;
    private int _count;

    public AdamSteps(IEnumerable<Parameter> parameters) =>
        _moments = [.. parameters.Select(parameter => (parameter, zeros_like(parameter), zeros_like(parameter)))];

    /// <summary>Updates the parameters from their gradients.</summary>
    public void Step(double learningRate)
    {
        using var noGradients = no_grad();
        _count++;
        double size = -learningRate / (1 - Math.Pow(FirstDecay, _count)), bias = Math.Sqrt(1 - Math.Pow(SecondDecay, _count));
        foreach ((Parameter parameter, Tensor first, Tensor second) in _moments)
        {
            if (parameter.grad is not Tensor gradient)
                continue;
            if (IsPlain(parameter) && IsPlain(gradient))
                Step(new AdamKernel((float)size, (float)bias), new(parameter), new(gradient), new(first), new(second));
            else
                Step(parameter, gradient, first, second, size, bias);
            GC.KeepAlive(gradient);
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

    private static bool IsPlain(Tensor tensor) => tensor.device_type == DeviceType.CPU
        && tensor.dtype == ScalarType.Float32 && tensor.is_contiguous();

    private static void Step(AdamKernel kernel, CpuValues parameter, CpuValues gradient, CpuValues first, CpuValues second) =>
        CpuThreads.For((parameter.Length + BlockLength - 1) / BlockLength, block =>
        {
            int start = block * BlockLength, length = Math.Min(BlockLength, parameter.Length - start);
            kernel.Run(parameter.Span.Slice(start, length), gradient.Span.Slice(start, length),
                first.Span.Slice(start, length), second.Span.Slice(start, length));
        });

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
