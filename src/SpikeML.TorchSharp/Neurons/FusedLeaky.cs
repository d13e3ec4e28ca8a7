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

    /// <summary>Neurons of a block: their membranes stay in the first-level cache from step to step.</summary>
    private const int BlockWidth = 1024;

    public override string Name => nameof(FusedLeaky);

    /// <summary>
    /// Whether the steps can be fused: single precision on the CPU, and a surrogate that <see cref="LeakyBackward"/> has.
    /// </summary>
    public static bool Fits(Tensor input, Surrogate surrogate) =>
        input.device.type == TorchSharp.DeviceType.CPU && input.dtype == ScalarType.Float32
        && LeakyBackward.Has(surrogate);

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
        CpuValues currents = new(input), spikeValues = new(spikes), membraneValues = new(membranes);
        int numSteps = (int)input.size(0);
        ForBlocks(input.numel() / numSteps, (first, count) => LeakyForward.Run(
            currents.Span, spikeValues.Span, membraneValues.Span, numSteps, constants, first, count));
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
        CpuValues membraneValues = new(membranes), spikeGradients = new(ofSpikes), membraneGradients = new(ofMembranes),
            gradients = new(gradient);
        LeakyConstants constants = (LeakyConstants)ctx.get_data(Key);
        int numSteps = (int)membranes.size(0);
        ForBlocks(membranes.numel() / numSteps, (first, count) => LeakyBackward.Run(new()
        {
            Membranes = membraneValues.Span,
            OfSpikes = spikeGradients.Span,
            OfMembranes = membraneGradients.Span,
            OfCurrents = gradients.Span,
            NumSteps = numSteps,
            First = first,
            Count = count,
        }, constants));
        GC.KeepAlive((membranes, ofSpikes, ofMembranes));
        return [gradient, null!];
    }

    private static Tensor? ContiguousOrNull(Tensor gradient) =>
        gradient is null || gradient.IsInvalid ? null : gradient.contiguous();

    private static void ForBlocks(long neurons, Action<int, int> run) => CpuThreads.For(
        (int)((neurons + BlockWidth - 1) / BlockWidth),
        block => run(block * BlockWidth, (int)Math.Min(BlockWidth, neurons - block * BlockWidth)));
}
