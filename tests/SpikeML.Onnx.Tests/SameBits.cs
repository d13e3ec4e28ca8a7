using Microsoft.ML;

namespace SpikeML.Onnx.Tests;

/// <summary>Compares a converted model with the model itself.</summary>
internal static class SameBits
{
    /// <summary>Fits an estimator, converts it, runs both, and fails at the first value whose bits differ.</summary>
    public static void Verify(MLContext context, IEstimator<ITransformer> estimator, IDataView data, params string[] outputs) =>
        Verify(context, estimator.Fit(data), data, outputs);

    public static void Verify(MLContext context, ITransformer model, IDataView data, params string[] outputs)
    {
        IDataView expected = model.Transform(data);
        using OnnxSession session = new(OnnxSession.Convert(context, model, data, outputs));
        foreach (string output in outputs)
            Equal(OnnxInput.Values<float>(expected, output), session.Run(data, output), output);
        Assert.DoesNotContain(OnnxSession.Warnings, text => text.Contains("MergeShapeInfo", StringComparison.Ordinal));
    }

    /// <summary>
    /// All bits but the sign of zero: a sparse vector of ML.NET has none, so -0 is 0 in a row with few other values.
    /// </summary>
    private static void Equal(float[] expected, float[] actual, string output)
    {
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(expected[i] + 0f) != BitConverter.SingleToInt32Bits(actual[i] + 0f))
                Assert.Fail($"{output}: value {i} of {expected.Length} is {expected[i]:R} in ML.NET, {actual[i]:R} in ONNX.");
        }
    }
}
