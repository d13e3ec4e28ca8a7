using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Neurons;

/// <summary>
/// The equations of snnTorch 0.9.4 written out a second time, step by step, with torch's own operations: what its <c>forward</c>
/// does for neurons that the recorded results leave out.
/// </summary>
internal sealed class SnnTorchWalk
{
    public required NeuronKind Kind { get; init; }

    public required Surrogate Surrogate { get; init; }

    public ResetMechanism Reset { get; init; } = ResetMechanism.Subtract;

    public bool Inhibition { get; init; }

    public bool ResetDelay { get; init; } = true;

    public Tensor Alpha { get; init; } = tensor(0f);

    public Tensor Beta { get; init; } = tensor(0f);

    public Tensor Threshold { get; init; } = tensor(1f);

    public Tensor Factor { get; init; } = tensor(1f);

    /// <summary>The currents that the spikes of the previous step feed back, or null.</summary>
    public Func<Tensor, Tensor>? Feedback { get; init; }

    public (Tensor Spikes, Tensor Membranes) Run(Tensor input)
    {
        Tensor membrane = zeros_like(input[0]), synapse = zeros_like(membrane), spikes = zeros_like(membrane);
        List<Tensor> allSpikes = [], all = [];
        for (int step = 0; step < input.size(0); step++)
        {
            Tensor reset = Step(membrane - Threshold).detach();
            Tensor current = Feedback is null ? input[step] : input[step] + Feedback(spikes);
            (synapse, membrane) = Kind is NeuronKind.Synaptic or NeuronKind.RSynaptic
                ? Synaptic(current, synapse, membrane, reset) : (synapse, Leaky(current, membrane, reset));
            Tensor fired = Step(membrane - Threshold);
            if (Inhibition)
                fired = fired * nn.functional.one_hot((membrane - Threshold).argmax(1), membrane.size(1));
            if (!ResetDelay && Reset == ResetMechanism.Subtract)
                membrane = membrane - (fired - reset) * Threshold;
            if (!ResetDelay && Reset == ResetMechanism.Zero)
                membrane = membrane - (fired - reset) * membrane;
            spikes = fired * Factor;
            allSpikes.Add(spikes);
            all.Add(membrane);
        }
        return (stack(allSpikes), stack(all));
    }

    private (Tensor, Tensor) Synaptic(Tensor current, Tensor synapse, Tensor membrane, Tensor reset)
    {
        synapse = Alpha * synapse + current;
        return (synapse, AfterReset(Beta * membrane + synapse, reset));
    }

    private Tensor Leaky(Tensor current, Tensor membrane, Tensor reset) =>
        Kind == NeuronKind.Leaky && Reset == ResetMechanism.Zero ? Beta * ((1 - reset) * membrane) + current
        : AfterReset(Beta * membrane + current, reset);

    private Tensor AfterReset(Tensor next, Tensor reset) => Reset switch
    {
        ResetMechanism.Subtract => next - reset * Threshold,
        ResetMechanism.Zero => next - reset * next,
        _ => next,
    };

    private Tensor Step(Tensor shifted) => Surrogate.Spike(shifted);
}
