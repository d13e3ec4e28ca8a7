using Microsoft.ML;

namespace SpikeML.ModelBuilder;

public partial class DigitModel
{
    public const string RetrainFilePath = @"machines.csv";
    public const char RetrainSeparatorChar = ',';
    public const bool RetrainHasHeader = true;
    public const bool RetrainAllowQuoting = false;

    public static IDataView LoadIDataViewFromFile(MLContext mlContext, string inputDataFilePath, char separatorChar,
        bool hasHeader, bool allowQuoting) => mlContext.Data.LoadFromTextFile<ModelInput>(inputDataFilePath,
            separatorChar, hasHeader, allowQuoting: allowQuoting);

    public static void SaveModel(MLContext mlContext, ITransformer model, IDataView data, string modelSavePath)
    {
        using FileStream file = File.Create(modelSavePath);
        mlContext.Model.Save(model, data.Schema, file);
    }

    public static IEstimator<ITransformer> BuildPipeline(MLContext mlContext)
    {
        string[] features = [@"Air temperature [K]", @"""Torque"", in Nm", @"class", @"2nd bearing"];
        return mlContext.Transforms.ReplaceMissingValues([.. features.Select(name => new InputOutputColumnPair(name, name))])
            .Append(mlContext.Transforms.Concatenate(@"Features", features))
            .Append(mlContext.Transforms.Conversion.MapValueToKey(@"Machine failure?", @"Machine failure?"))
            .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(@"Machine failure?", @"Features"))
            .Append(mlContext.Transforms.Conversion.MapKeyToValue(@"PredictedLabel", @"PredictedLabel"));
    }
}
