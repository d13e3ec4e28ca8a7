using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>The step function in the forward pass and the surrogate's derivative in the backward pass.</summary>
internal sealed class SurrogateFunction : SingleTensorFunction<SurrogateFunction>
{
    private const string Key = "surrogate";

    public override string Name => nameof(SurrogateFunction);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        Tensor shifted = (Tensor)vars[0];
        ctx.save_for_backward([shifted]);
        ctx.save_data(Key, vars[1]);
        return shifted.IsAbove(0).to(shifted.dtype);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        Surrogate surrogate = (Surrogate)ctx.get_data(Key);
        return [surrogate.Derivative(ctx.get_saved_variables()[0]).mul_(grad_output), null!];
    }
}
