namespace SpikeML;

/// <summary>LIF current coding as ONNX operations.</summary>
internal static class LifCurrentOnnx
{
    /// <summary>The spikes of features: [rows, steps, features].</summary>
    public static OnnxTensor Spikes(OnnxTensor features, LifCurrentEncodingOptions options)
    {
        OnnxTensor target = features.As(OnnxType.Double) * options.Gain + options.LeakPotential;
        OnnxTensor steps = target.Graph.Range(options.NumSteps, OnnxType.Single, 1, options.NumSteps);
        OnnxTensor start = target - target + options.ResetPotential;
        double share = options.StepSeconds * options.MembraneRate;
        return target.Graph.Loop([start], [steps], (_, states, _) =>
        {
            OnnxTensor potential = states[0] + (target - states[0]) * share, fires = potential >= options.Threshold;
            return ([fires.Choose(potential.Same(options.ResetPotential), potential)], [fires.As(OnnxType.Single)]);
        }).Results[0];
    }
}
