namespace SpikeML.Torch;

/// <summary>The equations of neurons as ONNX operations.</summary>
/// <param name="neurons">The neurons.</param>
/// <param name="threshold">Their threshold.</param>
internal abstract class NeuronEquations(TrainedNeurons neurons, OnnxTensor threshold)
{
    /// <summary>The number of states; the membrane comes first.</summary>
    public abstract int States { get; }

    protected ResetMechanism Reset => neurons.Reset;

    protected OnnxTensor Threshold => threshold;

    /// <param name="neurons">The neurons.</param>
    /// <param name="threshold">Their threshold.</param>
    /// <param name="constant">Writes a constant: one for all neurons, or one for each.</param>
    public static NeuronEquations Of(TrainedNeurons neurons, OnnxTensor threshold,
        Func<IReadOnlyList<float>, OnnxTensor> constant) => neurons.Model.Kind switch
        {
            NeuronKind.Synaptic or NeuronKind.RSynaptic => new SynapticEquations(neurons, threshold, constant),
            NeuronKind.Alpha => new AlphaEquations(neurons, threshold, constant),
            _ => new MembraneEquations(neurons, threshold, constant),
        };

    /// <summary>Writes a step.</summary>
    /// <param name="states">The states before it.</param>
    /// <param name="current">The input current.</param>
    /// <param name="wereFired">Which neurons were above their threshold after the previous step.</param>
    /// <returns>The states after it.</returns>
    public abstract OnnxTensor[] Advance(OnnxTensor[] states, OnnxTensor current, OnnxTensor wereFired);

    /// <summary>The delayed reset of models whose membrane follows one formula.</summary>
    protected OnnxTensor ResetFrom(OnnxTensor next, OnnxTensor wereFired) => Reset switch
    {
        ResetMechanism.Subtract => wereFired.Choose(next - threshold, next),
        ResetMechanism.Zero => wereFired.Choose(next.Same(0), next),
        _ => next,
    };
}
