using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>A linear map of spikes that need no gradient themselves, computed forward and backward from their events.</summary>
internal sealed unsafe class EventLinear : SingleTensorFunction<EventLinear>
{
    private const string Key = "events";

    /// <summary>The share of non-zero values up to which events are faster than a matrix product.</summary>
    private const double SparseShare = 0.25;

    public override string Name => nameof(EventLinear);

    /// <summary>
    /// Maps [..., inputs] by weights [inputs, outputs], from events if there are few of them, otherwise as a matrix product.
    /// </summary>
    public static Tensor Run(Tensor spikes, Tensor weights, Tensor bias)
    {
        InputEvents? events = spikes.requires_grad || spikes.device.type != TorchSharp.DeviceType.CPU
            || spikes.dtype != ScalarType.Float32 ? null
            : InputEvents.Find(Span(spikes.contiguous()), (int)spikes.size(-1), (int)(spikes.numel() * SparseShare));
        return events is null ? matmul(spikes, weights).Plus(bias)
            : apply(weights, bias, events).view([.. spikes.shape[..^1], bias.size(0)]);
    }

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        Tensor weights = ((Tensor)vars[0]).contiguous(), bias = (Tensor)vars[1];
        InputEvents events = (InputEvents)vars[2];
        int outputs = (int)bias.size(0);
        Tensor currents = empty(events.Rows, outputs);
        ctx.save_data(Key, events);
        (nint weightsAt, nint biasAt, nint currentsAt) = (At(weights), At(bias), At(currents));
        int inputs = (int)weights.size(0);
        ForBlocks(outputs, first => EventWeighting.Forward(events, new((void*)weightsAt, inputs * outputs),
            new((void*)biasAt, outputs),
            new((void*)currentsAt, events.Rows * outputs), first));
        ctx.save_for_backward([weights]);
        return currents;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        InputEvents events = (InputEvents)ctx.get_data(Key);
        Tensor gradient = grad_output.contiguous(), weightGradient = zeros_like(ctx.get_saved_variables()[0]);
        int outputs = (int)gradient.size(1), weights = (int)weightGradient.numel();
        (nint gradientAt, nint weightGradientAt) = (At(gradient), At(weightGradient));
        ForBlocks(outputs, first => EventWeighting.Backward(events, new((void*)gradientAt, events.Rows * outputs), outputs,
            new((void*)weightGradientAt, weights), first));
        return [weightGradient, gradient.sum(dim: 0), null!];
    }

    private static void ForBlocks(int outputs, Action<int> run)
    {
        int blocks = (outputs + EventWeighting.BlockWidth - 1) / EventWeighting.BlockWidth;
        Parallel.For(0, blocks, new() { MaxDegreeOfParallelism = Math.Max(1, get_num_threads()) },
            block => run(block * EventWeighting.BlockWidth));
    }

    private static nint At(Tensor tensor) => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));

    private static Span<float> Span(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
