namespace SpikeML;

/// <summary>Draws of the ONNX runtime: the probabilities are the code's, the draws are not.</summary>
internal static class DrawnOnnx
{
    /// <summary>Spikes of neurons with the same probability at each step: [rows, steps, neurons].</summary>
    /// <param name="probabilities">Probabilities of Single, [rows, neurons]; those outside [0, 1] are clipped.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="silentSteps">The number of steps before the first draw.</param>
    public static OnnxTensor Spikes(OnnxTensor probabilities, int numSteps, int silentSteps = 0)
    {
        int drawn = numSteps - silentSteps;
        OnnxTensor zeros = probabilities.Graph.Constant(new float[drawn], 1, drawn, 1);
        return Trials(probabilities.Unsqueeze(1) + zeros).PadSteps(silentSteps, 3, atFront: true);
    }

    /// <summary>One draw for each probability.</summary>
    public static OnnxTensor Trials(OnnxTensor probabilities) =>
        (probabilities.Unary("RandomUniformLike") < probabilities).As(OnnxType.Single);
}
