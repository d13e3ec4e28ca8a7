namespace SpikeML.Torch;

/// <summary>Leaky, recurrent leaky and Lapicque's neurons, as in <see cref="MembraneRun"/>.</summary>
internal sealed class MembraneEquations : NeuronEquations
{
    private readonly OnnxTensor _leak;
    private readonly float _gain;
    private readonly bool _clearsFirst;

    public MembraneEquations(TrainedNeurons neurons, OnnxTensor threshold, Func<IReadOnlyList<float>, OnnxTensor> constant)
        : base(neurons, threshold)
    {
        (IReadOnlyList<float> leak, _gain) = MembraneConstants.Of(neurons);
        (_leak, _clearsFirst) = (constant(leak), MembraneConstants.ClearsFirst(neurons));
    }

    public override int States => 1;

    public override OnnxTensor[] Advance(OnnxTensor[] states, OnnxTensor current, OnnxTensor wereFired)
    {
        OnnxTensor membrane = states[0];
        if (_clearsFirst)
            return [wereFired.Choose(membrane.Same(0), membrane) * _leak + current];
        return [ResetFrom((_gain == 1 ? current : current * _gain) + membrane * _leak, wereFired)];
    }
}
