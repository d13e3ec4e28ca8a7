using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>
/// Conversion to ONNX writes every column, or says which one cannot be converted, at the end of a pipeline and inside it: ML.NET
/// would leave the transformer out, and take its column for an input.
/// </summary>
public class OnnxConversionTests
{
    [Theory]
    [Cases(Check.OnnxConversion)]
    public void Conversion_to_ONNX_writes_the_column_or_says_what_to_do(string estimator) =>
        Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        IEstimator<ITransformer> alone = test.Estimator(context);
        string[] added = [.. alone.Fit(data).GetOutputSchema(data.Schema).Skip(data.Schema.Count).Select(column => column.Name)];
        IEstimator<ITransformer>[] pipelines = [alone, alone.Append(context.Transforms.CopyColumns("Copy", "Id"))];
        foreach (IEstimator<ITransformer> pipeline in pipelines)
            VerifyOne(context, pipeline.Fit(data), data, added);
    }

    private static void VerifyOne(MLContext context, ITransformer transformer, IDataView data, string[] added)
    {
        using MemoryStream file = new();
        if (Record.Exception(() => context.Model.ConvertToOnnx(transformer, data, file)) is Exception error)
        {
            string message = Assert.IsType<NotSupportedException>(error).Message;
            Assert.Contains(added, name => message.Contains($"'{name}'", StringComparison.Ordinal));
            Assert.Matches("mlContext.Data.Cache|CreateSpikingNetwork", message);
            Assert.Equal(0, file.Length);
            return;
        }
        string text = System.Text.Encoding.Latin1.GetString(file.ToArray());
        foreach (string column in added)
            Assert.Contains($"{column}.output", text, StringComparison.Ordinal);
    }
}
