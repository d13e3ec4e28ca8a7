using System.Buffers;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace SpikeML.Torch;

/// <summary>
/// Dense weights, leaky neurons whose constants are not learned, and dense weights to few outputs, from events to currents: the
/// layers of most networks in one pass each way.
/// </summary>
/// <remarks>
/// The same numbers as <see cref="EventLinear"/>, <see cref="FusedLeaky"/> and <see cref="EventLinear"/> from events of any
/// density, one after another, but neither currents and spikes of the hidden layer nor their gradients become tensors. Only its
/// membranes are kept, block by block, in memory that the next batch takes over.
/// </remarks>
internal sealed class EventLayers : SingleTensorFunction<EventLayers>
{
    private const string Key = "pass";

    public override string Name => nameof(EventLayers);

    /// <summary>Whether there are as many hidden neurons, and as few outputs, as the pass is made for.</summary>
    public static bool Fits(long neurons, long outputs) =>
        neurons > NarrowEventWeighting.MostOutputs && outputs <= NarrowEventWeighting.MostOutputs;

    /// <summary>The currents of the outputs, [numSteps, examples, outputs].</summary>
    /// <param name="events">The spikes that come in.</param>
    /// <param name="weights">The weights of the hidden layer, [inputs, neurons].</param>
    /// <param name="bias">Its biases, [neurons].</param>
    /// <param name="outputWeights">
    /// The weights of the outputs, [neurons, outputs], at most <see cref="NarrowEventWeighting.MostOutputs"/>.
    /// </param>
    /// <param name="outputBias">Their biases, [outputs].</param>
    /// <param name="constants">The constants of the hidden neurons.</param>
    public static Tensor Run(InputEvents events, Tensor weights, Tensor bias, Tensor outputWeights, Tensor outputBias,
        LeakyConstants constants)
    {
        Pass pass = new(events, constants, (int)bias.size(0));
        Tensor currents = apply(weights, bias, outputWeights, outputBias, pass);
        if (!is_grad_enabled())
            pass.Free();
        return currents.view(events.NumSteps, events.Examples, outputBias.size(0));
    }

    /// <param name="ctx">What the backward pass needs.</param>
    /// <param name="vars">The weights and biases of both layers, and the pass.</param>
    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        Tensor weights = ((Tensor)vars[0]).contiguous(), bias = ((Tensor)vars[1]).contiguous();
        Tensor outputWeights = ((Tensor)vars[2]).contiguous(), outputBias = ((Tensor)vars[3]).contiguous();
        Pass pass = (Pass)vars[4];
        HiddenEvents fired = new(pass.Events.Rows, pass.Blocks);
        CpuValues weightValues = new(weights), biasValues = new(bias);
        CpuThreads.For(pass.Blocks, pass.Events.Examples, (block, examples) => EventLayerWalk.Forward(pass.Events,
            weightValues.Span, biasValues.Span, pass.MembranesOf(block), fired, pass.Constants, block, examples));
        pass.Hidden = fired.ToEvents(biasValues.Length, pass.Events.NumSteps);
        Tensor currents = empty(pass.Events.Rows, outputBias.size(0));
        EventLinear.ForwardNarrow(pass.Hidden, new(outputWeights), new(outputBias), new(currents));
        GC.KeepAlive((weights, bias, outputWeights, outputBias));
        ctx.save_for_backward([outputWeights]);
        ctx.save_data(Key, pass);
        return currents;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        Pass pass = (Pass)ctx.get_data(Key);
        Tensor outputWeights = ctx.get_saved_variables()[0], gradient = grad_output.contiguous();
        int outputs = (int)gradient.size(1);
        Tensor weightGradient = empty(pass.Events.ColumnCount, pass.Neurons), biasGradient = empty(pass.Neurons),
            outputWeightGradient = empty(pass.Neurons, outputs), outputBiasGradient = empty(outputs);
        EventLinear.BackwardNarrow(pass.Hidden!, new(gradient), new(outputWeightGradient), new(outputBiasGradient));
        CpuValues gradients = new(gradient), outputValues = new(outputWeights), weightGradients = new(weightGradient),
            biasGradients = new(biasGradient);
        // Each part of the inputs repeats its block's walk, so there are no more parts than threads.
        CpuThreads.For(pass.Blocks, pass.Events.ColumnCount, (block, columns) => EventLayerWalk.Backward(pass.Events,
            pass.MembranesOf(block), gradients.Span, outputValues.Span, weightGradients.Span, biasGradients.Span, pass.Constants,
            block, columns), partsPerThread: 1);
        GC.KeepAlive((gradient, outputWeights));
        pass.Free();
        return [weightGradient, biasGradient, outputWeightGradient, outputBiasGradient, null!];
    }

    /// <summary>A batch on its way through the layers and back.</summary>
    /// <param name="Events">The spikes that come in.</param>
    /// <param name="Constants">The constants of the hidden neurons.</param>
    /// <param name="Neurons">The number of hidden neurons.</param>
    private sealed record Pass(InputEvents Events, LeakyConstants Constants, int Neurons)
    {
        private float[]? _membranes = ArrayPool<float>.Shared.Rent(
            checked(PanelSum.Blocks(Neurons) * Events.Rows * PanelSum.Width));

        /// <summary>The number of blocks of hidden neurons.</summary>
        public int Blocks => PanelSum.Blocks(Neurons);

        /// <summary>The spikes of the hidden layer.</summary>
        public InputEvents? Hidden { get; set; }

        /// <summary>The membranes of a block, [examples][numSteps][<see cref="PanelSum.Width"/>].</summary>
        public Span<float> MembranesOf(int block)
        {
            int length = Events.Rows * PanelSum.Width;
            return (_membranes ?? throw new ObjectDisposedException(nameof(EventLayers))).AsSpan(block * length, length);
        }

        /// <summary>Gives the memory of the membranes back.</summary>
        public void Free()
        {
            if (Interlocked.Exchange(ref _membranes, null) is float[] membranes)
                ArrayPool<float>.Shared.Return(membranes);
        }
    }
}
