namespace SpikeML;

/// <summary>
/// Targets as ONNX operations. What a class is to do depends only on whether it is the correct one, so the targets of one label
/// are a table for all.
/// </summary>
internal static class TargetOnnx
{
    /// <summary>The targets of labels: [rows, steps, labels, classes].</summary>
    /// <param name="labels">The classes as whole numbers from 0, [rows, labels].</param>
    /// <param name="first">The targets of a label of class 0, time-major.</param>
    /// <param name="numClasses">The number of classes.</param>
    public static OnnxTensor Targets(OnnxTensor labels, ReadOnlySpan<float> first, int numClasses)
    {
        int numSteps = first.Length / numClasses;
        float[] correct = new float[numSteps], incorrect = new float[numSteps];
        for (int step = 0; step < numSteps; step++)
            (correct[step], incorrect[step]) = (first[step * numClasses], first[step * numClasses + Math.Min(1, numClasses - 1)]);
        OnnxGraph graph = labels.Graph;
        OnnxTensor isCorrect = labels.Unsqueeze(1, 3).EqualTo(graph.Range(numClasses, OnnxType.Int64, 1, 1, 1, numClasses));
        return isCorrect.Choose(graph.Constant(correct, 1, numSteps, 1, 1), graph.Constant(incorrect, 1, numSteps, 1, 1));
    }
}
