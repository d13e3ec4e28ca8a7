using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>A linear map of spikes, computed forward and backward from their events.</summary>
internal sealed class EventLinear : SingleTensorFunction<EventLinear>
{
    private const string Key = "events";

    /// <summary>The share of non-zero values up to which events are faster than a matrix product.</summary>
    public const double SparseShare = 0.25;

    public override string Name => nameof(EventLinear);

    /// <summary>
    /// Maps spikes by weights [inputs, outputs], from events if there are few of them, otherwise as a matrix product.
    /// </summary>
    /// <param name="spikes">The spikes, [numSteps, examples, inputs] or [examples, inputs].</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">The biases, [outputs].</param>
    public static Tensor Run(Tensor spikes, Tensor weights, Tensor bias)
    {
        InputEvents? events = FindEvents(spikes);
        if (events is null)
            return matmul(spikes, weights).Plus(bias);
        Tensor currents = spikes.requires_grad ? apply(weights, bias, events, spikes.flatten(0, -2))
            : apply(weights, bias, events);
        return currents.view([.. spikes.shape[..^1], bias.size(0)]);
    }

    /// <summary>Maps events of [numSteps * examples, inputs] to [numSteps, examples, outputs].</summary>
    /// <param name="events">The events.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="bias">The biases, [outputs].</param>
    /// <param name="rows">The same as a tensor, [numSteps * examples, inputs], if it needs a gradient; otherwise null.</param>
    public static Tensor Run(InputEvents events, Tensor weights, Tensor bias, Tensor? rows = null) =>
        (rows is null ? apply(weights, bias, events) : apply(weights, bias, events, rows))
            .view(events.NumSteps, events.Examples, bias.size(0));

    /// <param name="ctx">What the backward pass needs.</param>
    /// <param name="vars">The weights, the biases, the events and, if they need a gradient, the spikes as a tensor.</param>
    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        Tensor weights = ((Tensor)vars[0]).contiguous(), bias = (Tensor)vars[1];
        InputEvents events = (InputEvents)vars[2];
        Tensor currents = empty(events.Rows, bias.size(0));
        if (bias.size(0) <= NarrowEventWeighting.MostOutputs)
            ForwardNarrow(events, new(weights), new(bias), new(currents));
        else
            Forward(events, new(weights), new(bias), new(currents));
        GC.KeepAlive((weights, bias));
        ctx.save_data(Key, events);
        ctx.save_for_backward(vars.Length > 3 ? [weights] : []);
        return currents;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        InputEvents events = (InputEvents)ctx.get_data(Key);
        Tensor gradient = grad_output.contiguous();
        Tensor weightGradient = empty(events.ColumnCount, gradient.size(1)), biasGradient = empty(gradient.size(1));
        if (gradient.size(1) <= NarrowEventWeighting.MostOutputs)
            BackwardNarrow(events, new(gradient), new(weightGradient), new(biasGradient));
        else
            Backward(events, new(gradient), new(weightGradient), new(biasGradient));
        GC.KeepAlive(gradient);
        List<Tensor> weights = ctx.get_saved_variables();
        return [weightGradient, biasGradient, null!, .. weights.Select(given => SpikeGradients(gradient, given))];
    }

    private static Tensor SpikeGradients(Tensor gradient, Tensor weights)
    {
        int rows = (int)gradient.size(0), outputs = (int)gradient.size(1);
        if (outputs > NarrowEventWeighting.MostOutputs)
            return matmul(gradient, weights.t());
        Tensor spikeGradients = empty(rows, weights.size(0));
        CpuValues gradientValues = new(gradient), weightValues = new(weights), values = new(spikeGradients);
        CpuThreads.For(1, rows, (_, part) =>
            NarrowSpikeGradients.Run(gradientValues.Span, weightValues.Span, values.Span, outputs, part));
        GC.KeepAlive((gradient, weights));
        return spikeGradients;
    }

    /// <summary>
    /// The events of [numSteps, examples, inputs], or of one step, [examples, inputs]. Null if there are too many, or if they are
    /// not on the CPU.
    /// </summary>
    public static InputEvents? FindEvents(Tensor spikes)
    {
        if (spikes.device.type != TorchSharp.DeviceType.CPU || spikes.dtype != ScalarType.Float32)
            return null;
        using Tensor detached = spikes.detach(), values = detached.contiguous();
        InputEvents? events = InputEvents.Find(new(values), (int)spikes.size(-1), SparseShare);
        return events is not null && spikes.dim() == 3 ? events with { NumSteps = (int)spikes.size(0) } : events;
    }

    private static void Forward(InputEvents events, CpuValues weights, CpuValues bias, CpuValues currents) =>
        CpuThreads.For(PanelSum.Blocks(bias.Length), events.Rows, (block, rows) => EventWeighting.Forward(
            events, weights.Span, bias.Span, currents.Span, block * PanelSum.Width, rows));

    private static void Backward(InputEvents events, CpuValues gradient, CpuValues weightGradient, CpuValues biasGradient) =>
        CpuThreads.For(PanelSum.Blocks(biasGradient.Length), events.ColumnCount, (block, columns) => EventWeighting.Backward(
            events, gradient.Span, weightGradient.Span, biasGradient.Span, block * PanelSum.Width, columns));

    internal static void ForwardNarrow(InputEvents events, CpuValues weights, CpuValues bias, CpuValues currents) =>
        CpuThreads.For(1, events.Rows, (_, rows) => NarrowEventWeighting.Forward(
            events, weights.Span, bias.Span, currents.Span, rows));

    internal static void BackwardNarrow(InputEvents events, CpuValues gradient, CpuValues weightGradient, CpuValues biasGradient)
    {
        int groups = NarrowEventWeighting.Groups(events), length = NarrowEventWeighting.SumLength(events);
        using Tensor sums = empty(groups, length);
        CpuValues sumValues = new(sums);
        CpuThreads.For(groups, group => NarrowEventWeighting.SumGroup(events, gradient.Span, biasGradient.Length, group,
            sumValues.Span.Slice(group * length, length)));
        NarrowEventWeighting.Finish(sumValues.Span, length, weightGradient.Span, biasGradient.Span);
    }
}
