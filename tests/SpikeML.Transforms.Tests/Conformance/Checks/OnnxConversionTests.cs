using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>
/// Conversion to ONNX says which column cannot be converted, at the end of a pipeline and inside it: ML.NET would leave the
/// transformer out, and take its column for an input.
/// </summary>
public class OnnxConversionTests
{
    [Theory]
    [Cases(Check.OnnxConversion)]
    public void Conversion_to_ONNX_names_the_column_and_what_to_do(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        IEstimator<ITransformer> alone = test.Estimator(context);
        string[] added = [.. alone.Fit(data).GetOutputSchema(data.Schema).Skip(data.Schema.Count).Select(column => column.Name)];
        IEstimator<ITransformer>[] pipelines = [alone, alone.Append(context.Transforms.CopyColumns("Copy", "Id"))];
        foreach (IEstimator<ITransformer> pipeline in pipelines)
        {
            ITransformer transformer = pipeline.Fit(data);
            using MemoryStream file = new();
            NotSupportedException error = Assert.Throws<NotSupportedException>(() =>
                context.Model.ConvertToOnnx(transformer, data, file));
            Assert.Contains(added, name => error.Message.Contains($"'{name}'", StringComparison.Ordinal));
            Assert.Contains("mlContext.Data.Cache", error.Message, StringComparison.Ordinal);
            Assert.Equal(0, file.Length);
        }
    }
}
