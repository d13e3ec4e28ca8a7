using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>
/// Runs all steps of leaky neurons whose constants are not learned, forward and backward in one pass over memory each.
/// <see cref="Leaky"/> computes the same step by step, with a dozen tensors per step.
/// </summary>
internal sealed class FusedLeaky : MultiTensorFunction<FusedLeaky>
{
    private const string Key = "constants";

    public override string Name => nameof(FusedLeaky);

    /// <summary>Whether the steps can be fused: single precision on the CPU, and a surrogate without exponentials.</summary>
    public static bool Fits(Tensor input, Surrogate surrogate) =>
        input.device.type == TorchSharp.DeviceType.CPU && input.dtype == ScalarType.Float32
        && surrogate.Shape != SurrogateShape.Sigmoid;

    public static SpikeRecording Run(Tensor input, LeakyConstants constants)
    {
        List<Tensor> outputs = apply(input, constants);
        return new(outputs[0], outputs[1]);
    }

    public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
    {
        Tensor input = ((Tensor)vars[0]).contiguous();
        LeakyConstants constants = (LeakyConstants)vars[1];
        Tensor spikes = empty_like(input), membranes = empty_like(input);
        LeakyForward.Run(Span(input), Span(spikes), Span(membranes), (int)input.size(0), constants);
        GC.KeepAlive(input);
        ctx.save_for_backward([membranes]);
        ctx.save_data(Key, constants);
        ctx.set_materialize_grads(false);
        return [spikes, membranes];
    }

    public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        Tensor membranes = ctx.get_saved_variables()[0];
        Tensor? ofSpikes = ContiguousOrNull(grad_outputs[0]), ofMembranes = ContiguousOrNull(grad_outputs[1]);
        Tensor gradient = empty_like(membranes);
        LeakyBackward.Run(Span(membranes), SpanOrEmpty(ofSpikes), SpanOrEmpty(ofMembranes), Span(gradient),
            (int)membranes.size(0), (LeakyConstants)ctx.get_data(Key));
        GC.KeepAlive((membranes, ofSpikes, ofMembranes));
        return [gradient, null!];
    }

    private static Tensor? ContiguousOrNull(Tensor gradient) =>
        gradient is null || gradient.IsInvalid ? null : gradient.contiguous();

    private static Span<float> SpanOrEmpty(Tensor? gradient) => gradient is null ? [] : Span(gradient);

    private static Span<float> Span(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
