namespace SpikeML.Torch;

/// <summary>Synaptic and recurrent synaptic neurons, as in <see cref="SynapticRun"/>.</summary>
internal sealed class SynapticEquations(TrainedNeurons neurons, OnnxTensor threshold,
    Func<IReadOnlyList<float>, OnnxTensor> constant) : NeuronEquations(neurons, threshold)
{
    private readonly OnnxTensor _alpha = constant(neurons.Model.Constants[NeuronNames.Alpha].Values);
    private readonly OnnxTensor _beta = constant(neurons.Model.Constants[NeuronNames.Beta].Values);

    public override int States => 2;

    public override OnnxTensor[] Advance(OnnxTensor[] states, OnnxTensor current, OnnxTensor wereFired)
    {
        OnnxTensor synapse = states[1] * _alpha + current;
        return [ResetFrom(states[0] * _beta + synapse, wereFired), synapse];
    }
}
