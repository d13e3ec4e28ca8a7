namespace SpikeML;

/// <summary>What several codes write to an ONNX graph.</summary>
internal static class OnnxSpikes
{
    /// <summary>One spike for each feature: 1 at its step, otherwise 0; no spike after the last step.</summary>
    /// <param name="steps">The step of each feature, [rows, ...features], in any type of numbers.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="rank">The number of dimensions of the features of a row.</param>
    /// <returns>[rows, steps, ...features].</returns>
    public static OnnxTensor AtSteps(OnnxTensor steps, int numSteps, int rank = 1)
    {
        long[] dimensions = [1, numSteps, .. Enumerable.Repeat(1L, rank)];
        OnnxTensor all = steps.Graph.Range(numSteps, steps.Type, dimensions);
        return all.EqualTo(steps.Unsqueeze(1)).As(OnnxType.Single);
    }

    /// <summary>1 where the first condition holds, else -1 where the second one does, else 0.</summary>
    public static OnnxTensor Signs(OnnxTensor rises, OnnxTensor falls)
    {
        OnnxTensor one = rises.Graph.Number(1, OnnxType.Single), zero = rises.Graph.Number(0, OnnxType.Single);
        return rises.Choose(one, falls.Choose(rises.Graph.Number(-1, OnnxType.Single), zero));
    }

    /// <summary>The sums of a tensor's elements along an axis, added one after another, in the type of the tensor.</summary>
    public static OnnxTensor SumInOrder(this OnnxTensor values, int axis, long length) =>
        values.RunningSum(axis).Slice(axis, length - 1, length);

    /// <summary>A sequence one step later: <paramref name="first"/> [rows, 1, ...], then all steps but the last.</summary>
    public static OnnxTensor Delay(this OnnxTensor series, OnnxTensor first, long numSteps) =>
        numSteps == 1 ? first : OnnxOperations.Join(1, first, series.Slice(1, 0, numSteps - 1));

    /// <summary>Steps of zeros behind a sequence.</summary>
    public static OnnxTensor PadSteps(this OnnxTensor series, long steps, int rank, bool atFront = false)
    {
        if (steps == 0)
            return series;
        long[] pads = new long[2 * rank];
        pads[atFront ? 1 : rank + 1] = steps;
        return OnnxGraph.Add("Pad", series.Type, [series, series.Graph.Constant(pads, pads.Length)]);
    }
}
