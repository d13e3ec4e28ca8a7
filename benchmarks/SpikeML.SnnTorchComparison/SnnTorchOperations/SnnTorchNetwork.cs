using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SpikeML.SnnTorchComparison;

/// <summary>The network of compare.py: two linear layers, each with leaky neurons, in a loop over the steps.</summary>
internal sealed class SnnTorchNetwork : IDisposable
{
    private readonly SnnTorchLeaky _hidden, _output;
    private readonly Parameter _hiddenWeights, _hiddenBias, _outputWeights, _outputBias;
    private readonly bool _readsSpikes;

    /// <param name="firstWeights">
    /// For each layer its weights, [inputs, neurons], then its biases; the network takes copies of them.
    /// </param>
    /// <param name="beta">The decay of both layers' membranes.</param>
    /// <param name="slope">The slope of the surrogate gradient.</param>
    /// <param name="readsSpikes">Whether the outputs are spikes, rather than membranes.</param>
    public SnnTorchNetwork(IReadOnlyList<Tensor> firstWeights, double beta, double slope, bool readsSpikes)
    {
        (_hidden, _output, _readsSpikes) = (new(beta, slope), new(beta, slope), readsSpikes);
        _hiddenWeights = Copy(firstWeights[0].t());
        _hiddenBias = Copy(firstWeights[1]);
        _outputWeights = Copy(firstWeights[2].t());
        _outputBias = Copy(firstWeights[3]);
    }

    /// <summary>In the order of snnTorch's <c>net.parameters()</c>; weights are [neurons, inputs].</summary>
    public IReadOnlyList<Parameter> Parameters => [_hiddenWeights, _hiddenBias, _outputWeights, _outputBias];

    /// <summary>The outputs, [numSteps, batch, classes], for spikes, [numSteps, batch, inputs].</summary>
    public Tensor Run(Tensor input)
    {
        List<Tensor> spikes = [], membranes = [];
        Tensor? hiddenMembrane = null, outputMembrane = null;
        for (long step = 0; step < input.size(0); step++)
        {
            using Tensor arriving = input.select(0, step);
            (Tensor fired, hiddenMembrane) = Step(_hidden, arriving, _hiddenWeights, _hiddenBias, hiddenMembrane, isKept: false);
            (Tensor answer, outputMembrane) = Step(_output, fired, _outputWeights, _outputBias, outputMembrane, isKept: true);
            fired.Dispose();
            spikes.Add(answer);
            membranes.Add(outputMembrane);
        }
        hiddenMembrane?.Dispose();
        Tensor outputs = stack(_readsSpikes ? spikes : membranes);
        foreach (Tensor tensor in spikes.Concat(membranes))
            tensor.Dispose();
        return outputs;
    }

    public void Dispose()
    {
        foreach (IDisposable part in (IDisposable[])[_hidden, _output, .. Parameters])
            part.Dispose();
    }

    /// <summary>One step of a layer. Its previous membrane is disposed of unless it is kept for the outputs.</summary>
    private static (Tensor Spikes, Tensor Membrane) Step(SnnTorchLeaky neurons, Tensor input, Tensor weights, Tensor bias,
        Tensor? membrane, bool isKept)
    {
        using Tensor current = functional.linear(input, weights, bias);
        Tensor before = membrane ?? zeros_like(current);
        (Tensor Spikes, Tensor Membrane) after = neurons.Step(current, before);
        if (!isKept || membrane is null)
            before.Dispose();
        return after;
    }

    private static Parameter Copy(Tensor values) =>
        new(values.detach().contiguous().clone().DetachFromDisposeScope());
}
