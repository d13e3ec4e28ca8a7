using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>The nearest level in the forward pass, and nothing in the backward pass.</summary>
internal sealed class QuantizationFunction : SingleTensorFunction<QuantizationFunction>
{
    public override string Name => nameof(QuantizationFunction);

    public override Tensor forward(AutogradContext ctx, params object[] vars) =>
        ((StateQuantization)vars[1]).Nearest((Tensor)vars[0]);

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output.clone(), null!];
}
