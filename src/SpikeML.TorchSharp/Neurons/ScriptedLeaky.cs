using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>
/// Runs all steps of leaky neurons whose constants are not learned on a GPU: forward as a script, and backward as one product
/// over time, unless a reset to zero separates neurons from their past.
/// </summary>
internal sealed class ScriptedLeaky : MultiTensorFunction<ScriptedLeaky>
{
    private const string Key = "constants";

    public override string Name => nameof(ScriptedLeaky);

    public static bool Fits(Tensor input) =>
        input.device.type == TorchSharp.DeviceType.CUDA && input.dtype == ScalarType.Float32;

    public static SpikeRecording Run(Tensor input, LeakyConstants constants)
    {
        List<Tensor> outputs = apply(input, constants);
        return new(outputs[0], outputs[1]);
    }

    public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
    {
        LeakyConstants constants = (LeakyConstants)vars[1];
        Tensor membranes = LeakyScript.Membranes((Tensor)vars[0], constants);
        ctx.save_for_backward([membranes]);
        ctx.save_data(Key, constants);
        ctx.set_materialize_grads(false);
        return [membranes.IsAbove(constants.Threshold).to(membranes.dtype), membranes];
    }

    public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        Tensor membranes = ctx.get_saved_variables()[0];
        LeakyConstants constants = (LeakyConstants)ctx.get_data(Key);
        Tensor own = Own(membranes, GivenOrNull(grad_outputs[0]), GivenOrNull(grad_outputs[1]), constants);
        return [constants.Reset == ResetMechanism.Zero ? LeakyScript.Gradients(own, membranes, constants)
            : matmul(Decays(membranes.size(0), constants.Beta, membranes.device), own.flatten(1)).view(membranes.shape), null!];
    }

    /// <summary>The gradients of the membranes at each step alone.</summary>
    private static Tensor Own(Tensor membranes, Tensor? ofSpikes, Tensor? ofMembranes, LeakyConstants constants)
    {
        if (ofSpikes is null)
            return ofMembranes ?? zeros_like(membranes);
        Tensor own = constants.Surrogate.Derivative(membranes.Plus(-constants.Threshold)).mul_(ofSpikes);
        return ofMembranes is null ? own : own.Plus(ofMembranes);
    }

    /// <summary>[t, s]: how much of a current at step t is left at step s: beta^(s - t), and 0 before t.</summary>
    private static Tensor Decays(long numSteps, double beta, Device device)
    {
        float[] decays = new float[numSteps * numSteps];
        for (long from = 0; from < numSteps; from++)
        {
            for (long to = from; to < numSteps; to++)
                decays[from * numSteps + to] = (float)Math.Pow(beta, to - from);
        }
        using Tensor values = tensor(decays, numSteps, numSteps);
        return values.to(device);
    }

    private static Tensor? GivenOrNull(Tensor gradient) => gradient is null || gradient.IsInvalid ? null : gradient;
}
