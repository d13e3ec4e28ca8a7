using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.ModelBuilder;

/// <summary>What Model Builder neither writes nor touches: a spike encoder before the pipeline that it found.</summary>
public partial class DigitModel
{
    /// <summary>Does what Train does, with spikes.</summary>
    public static void TrainWithSpikes(string outputModelPath, string inputDataFilePath = RetrainFilePath)
    {
        MLContext mlContext = new(seed: 0);
        IDataView data = LoadIDataViewFromFile(mlContext, inputDataFilePath, RetrainSeparatorChar, RetrainHasHeader,
            RetrainAllowQuoting);
        SaveModel(mlContext, RetrainPipelineWithSpikes(mlContext, data), data, outputModelPath);
    }

    /// <summary>Does what RetrainPipeline does, with spikes.</summary>
    public static ITransformer RetrainPipelineWithSpikes(MLContext mlContext, IDataView trainData) =>
        BuildSpikePipeline(mlContext).Fit(trainData);

    /// <summary>
    /// Encodes each feature under its own name, a vector of spikes in place of the number, so that the generated pipeline takes
    /// spikes as it took numbers. The numbers are kept aside and put back afterwards, since ModelOutput has them.
    /// </summary>
    public static IEstimator<ITransformer> BuildSpikePipeline(MLContext mlContext)
    {
        string[] features = [.. Features()];
        LatencyEncodingOptions options = new() { NumSteps = 5, Linear = true, Normalize = true, Clip = true };
        return mlContext.Transforms.Conversion.ConvertType(Pairs(features, output: "Number"))
            .Append(mlContext.Transforms.Spikes.EncodeLatency(Pairs(features), options))
            .Append(BuildPipeline(mlContext))
            .Append(mlContext.Transforms.Conversion.ConvertType(Pairs(features, input: "Number")));
    }

    // Columns have the names of the file, such as "Air temperature [K]", and properties have those that C# allows.
    private static IEnumerable<string> Features() => SchemaDefinition.Create(typeof(ModelInput))
        .Where(column => column.MemberName != nameof(ModelInput.Label)).Select(column => column.ColumnName);

    private static InputOutputColumnPair[] Pairs(string[] features, string output = "", string input = "") =>
        [.. features.Select(feature => new InputOutputColumnPair(feature + output, feature + input))];
}
