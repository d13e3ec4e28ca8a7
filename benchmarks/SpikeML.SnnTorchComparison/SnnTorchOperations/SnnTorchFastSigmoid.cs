using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.SnnTorchComparison;

/// <summary>snnTorch's <c>surrogate.fast_sigmoid</c>: steps forward, grad / (slope |x| + 1)^2 backward.</summary>
/// <remarks>
/// TorchSharp wraps the results of both directions in tensors of its own, and never disposes them. Here they are disposed as soon
/// as libtorch has taken them, so that their memory is free when Python's would be.
/// </remarks>
internal sealed class SnnTorchFastSigmoid : SingleTensorFunction<SnnTorchFastSigmoid>
{
    private const string Key = "call";

    /// <summary>The gradient that this thread returned last; libtorch has taken it by the next call.</summary>
    [ThreadStatic]
    private static Tensor? _gradient;

    public override string Name => nameof(SnnTorchFastSigmoid);

    public static Tensor Spikes(Tensor shifted, Scalar slope)
    {
        Call call = new(slope);
        Tensor spikes = apply(shifted, call);
        call.Spikes!.Dispose();
        return spikes;
    }

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        Tensor shifted = (Tensor)vars[0];
        Call call = (Call)vars[1];
        ctx.save_for_backward([shifted]);
        ctx.save_data(Key, call);
        using Tensor above = shifted.gt(Scalars.Zero);
        return call.Spikes = above.to(ScalarType.Float32);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        _gradient?.Dispose();
        using Tensor shifted = ctx.get_saved_variables()[0];
        using Tensor copy = grad_output.clone();
        grad_output.Dispose();
        using Tensor distance = shifted.abs();
        using Tensor scaled = distance.mul(((Call)ctx.get_data(Key)).Slope);
        using Tensor sum = scaled.add(Scalars.One, Scalars.One);
        using Tensor square = sum.pow(Scalars.Two);
        _gradient = copy.div(square);
        return [_gradient, null!];
    }

    private sealed record Call(Scalar Slope)
    {
        public Tensor? Spikes { get; set; }
    }
}
