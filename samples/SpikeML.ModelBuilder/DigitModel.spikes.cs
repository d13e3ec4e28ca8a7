using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.ModelBuilder;

/// <summary>Your own file, which Model Builder does not change: a spike encoder before the generated pipeline.</summary>
public partial class DigitModel
{
    public static LatencyEncodingOptions SpikeCode { get; } =
        new() { NumSteps = 5, Linear = true, Normalize = true, Clip = true };

    /// <summary>The counterpart of Train, with spikes.</summary>
    public static void TrainWithSpikes(string outputModelPath, string inputDataFilePath = RetrainFilePath)
    {
        MLContext mlContext = new(seed: 0);
        IDataView data = LoadIDataViewFromFile(mlContext, inputDataFilePath, RetrainSeparatorChar, RetrainHasHeader,
            RetrainAllowQuoting);
        SaveModel(mlContext, RetrainPipelineWithSpikes(mlContext, data), data, outputModelPath);
    }

    /// <summary>The counterpart of RetrainPipeline, with spikes.</summary>
    public static ITransformer RetrainPipelineWithSpikes(MLContext mlContext, IDataView trainData) =>
        BuildSpikePipeline(mlContext).Fit(trainData);

    /// <summary>
    /// Replaces each feature by a vector of spikes with the same name, so that the generated pipeline trains on spikes. The
    /// numbers are copied to other columns first and restored at the end, because ModelOutput contains them.
    /// </summary>
    public static IEstimator<ITransformer> BuildSpikePipeline(MLContext mlContext)
    {
        string[] features = [.. Features()];
        return mlContext.Transforms.Conversion.ConvertType(Pairs(features, output: "Number"))
            .Append(mlContext.Transforms.Spikes.EncodeLatency(Pairs(features), SpikeCode))
            .Append(BuildPipeline(mlContext))
            .Append(mlContext.Transforms.Conversion.ConvertType(Pairs(features, input: "Number")));
    }

    // Columns are named as in the file, such as "Air temperature [K]"; the properties have names that C# allows.
    private static IEnumerable<string> Features() => SchemaDefinition.Create(typeof(ModelInput))
        .Where(column => column.MemberName != nameof(ModelInput.Label)).Select(column => column.ColumnName);

    private static InputOutputColumnPair[] Pairs(string[] features, string output = "", string input = "") =>
        [.. features.Select(feature => new InputOutputColumnPair(feature + output, feature + input))];
}
