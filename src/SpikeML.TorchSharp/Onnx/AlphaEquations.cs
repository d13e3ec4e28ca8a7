namespace SpikeML.Torch;

/// <summary>Alpha neurons, as in <see cref="AlphaRun"/>.</summary>
internal sealed class AlphaEquations : NeuronEquations
{
    private readonly OnnxTensor _alpha, _beta, _gain;

    public AlphaEquations(TrainedNeurons neurons, OnnxTensor threshold, Func<IReadOnlyList<float>, OnnxTensor> constant)
        : base(neurons, threshold)
    {
        IReadOnlyList<float> alphas = neurons.Model.Constants[NeuronNames.Alpha].Values,
            betas = neurons.Model.Constants[NeuronNames.Beta].Values;
        (_alpha, _beta) = (constant(alphas), constant(betas));
        int count = Math.Max(alphas.Count, betas.Count);
        _gain = constant([.. Enumerable.Range(0, count).Select(i =>
            AlphaRun.GainOf(alphas[i % alphas.Count], betas[i % betas.Count]))]);
    }

    public override int States => 3;

    public override OnnxTensor[] Advance(OnnxTensor[] states, OnnxTensor current, OnnxTensor wereFired)
    {
        OnnxTensor excite = states[1] * _alpha + current, inhibit = states[2] * _beta - current;
        OnnxTensor membrane = (excite + inhibit) * _gain, zero = current.Same(0);
        return Reset switch
        {
            ResetMechanism.Subtract => [wereFired.Choose(membrane + states[2], membrane),
                wereFired.Choose(excite - Threshold, excite), wereFired.Choose(zero, inhibit)],
            ResetMechanism.Zero => [wereFired.Choose(zero, membrane), wereFired.Choose(zero, excite),
                wereFired.Choose(zero, inhibit)],
            _ => [membrane, excite, inhibit],
        };
    }
}
