using Microsoft.ML;
using Microsoft.ML.Trainers;

namespace SpikeML.ModelBuilder
{
    public partial class DigitModel
    {
        public const string RetrainFilePath = @"digits-train.csv";
        public const char RetrainSeparatorChar = ',';
        public const bool RetrainHasHeader = true;
        public const bool RetrainAllowQuoting = false;

        /// <summary>
        /// Trains a model on a data file and saves it.
        /// </summary>
        public static void Train(string outputModelPath, string inputDataFilePath = RetrainFilePath, char separatorChar = RetrainSeparatorChar, bool hasHeader = RetrainHasHeader, bool allowQuoting = RetrainAllowQuoting)
        {
            var mlContext = new MLContext();

            var data = LoadIDataViewFromFile(mlContext, inputDataFilePath, separatorChar, hasHeader, allowQuoting);
            var model = RetrainPipeline(mlContext, data);
            SaveModel(mlContext, model, data, outputModelPath);
        }

        /// <summary>
        /// Loads a data file.
        /// </summary>
        public static IDataView LoadIDataViewFromFile(MLContext mlContext, string inputDataFilePath, char separatorChar, bool hasHeader, bool allowQuoting)
        {
            return mlContext.Data.LoadFromTextFile<ModelInput>(inputDataFilePath, separatorChar, hasHeader, allowQuoting: allowQuoting);
        }

        /// <summary>
        /// Saves a model.
        /// </summary>
        public static void SaveModel(MLContext mlContext, ITransformer model, IDataView data, string modelSavePath)
        {
            DataViewSchema dataViewSchema = data.Schema;

            using (var fs = File.Create(modelSavePath))
            {
                mlContext.Model.Save(model, dataViewSchema, fs);
            }
        }

        /// <summary>
        /// Fits the pipeline that Model Builder found.
        /// </summary>
        public static ITransformer RetrainPipeline(MLContext mlContext, IDataView trainData)
        {
            var pipeline = BuildPipeline(mlContext);
            var model = pipeline.Fit(trainData);

            return model;
        }

        /// <summary>
        /// Builds the pipeline that Model Builder found.
        /// </summary>
        public static IEstimator<ITransformer> BuildPipeline(MLContext mlContext)
        {
            // Data process configuration with pipeline data transformations
            var pipeline = mlContext.Transforms.ReplaceMissingValues(new []{new InputOutputColumnPair(@"P0", @"P0"),new InputOutputColumnPair(@"P1", @"P1"),new InputOutputColumnPair(@"P2", @"P2"),new InputOutputColumnPair(@"P3", @"P3"),new InputOutputColumnPair(@"P4", @"P4"),new InputOutputColumnPair(@"P5", @"P5"),new InputOutputColumnPair(@"P6", @"P6"),new InputOutputColumnPair(@"P7", @"P7"),new InputOutputColumnPair(@"P8", @"P8"),new InputOutputColumnPair(@"P9", @"P9"),new InputOutputColumnPair(@"P10", @"P10"),new InputOutputColumnPair(@"P11", @"P11"),new InputOutputColumnPair(@"P12", @"P12"),new InputOutputColumnPair(@"P13", @"P13"),new InputOutputColumnPair(@"P14", @"P14"),new InputOutputColumnPair(@"P15", @"P15"),new InputOutputColumnPair(@"P16", @"P16"),new InputOutputColumnPair(@"P17", @"P17"),new InputOutputColumnPair(@"P18", @"P18"),new InputOutputColumnPair(@"P19", @"P19"),new InputOutputColumnPair(@"P20", @"P20"),new InputOutputColumnPair(@"P21", @"P21"),new InputOutputColumnPair(@"P22", @"P22"),new InputOutputColumnPair(@"P23", @"P23"),new InputOutputColumnPair(@"P24", @"P24"),new InputOutputColumnPair(@"P25", @"P25"),new InputOutputColumnPair(@"P26", @"P26"),new InputOutputColumnPair(@"P27", @"P27"),new InputOutputColumnPair(@"P28", @"P28"),new InputOutputColumnPair(@"P29", @"P29"),new InputOutputColumnPair(@"P30", @"P30"),new InputOutputColumnPair(@"P31", @"P31"),new InputOutputColumnPair(@"P32", @"P32"),new InputOutputColumnPair(@"P33", @"P33"),new InputOutputColumnPair(@"P34", @"P34"),new InputOutputColumnPair(@"P35", @"P35"),new InputOutputColumnPair(@"P36", @"P36"),new InputOutputColumnPair(@"P37", @"P37"),new InputOutputColumnPair(@"P38", @"P38"),new InputOutputColumnPair(@"P39", @"P39"),new InputOutputColumnPair(@"P40", @"P40"),new InputOutputColumnPair(@"P41", @"P41"),new InputOutputColumnPair(@"P42", @"P42"),new InputOutputColumnPair(@"P43", @"P43"),new InputOutputColumnPair(@"P44", @"P44"),new InputOutputColumnPair(@"P45", @"P45"),new InputOutputColumnPair(@"P46", @"P46"),new InputOutputColumnPair(@"P47", @"P47"),new InputOutputColumnPair(@"P48", @"P48")})
                                    .Append(mlContext.Transforms.Concatenate(@"Features", new []{@"P0",@"P1",@"P2",@"P3",@"P4",@"P5",@"P6",@"P7",@"P8",@"P9",@"P10",@"P11",@"P12",@"P13",@"P14",@"P15",@"P16",@"P17",@"P18",@"P19",@"P20",@"P21",@"P22",@"P23",@"P24",@"P25",@"P26",@"P27",@"P28",@"P29",@"P30",@"P31",@"P32",@"P33",@"P34",@"P35",@"P36",@"P37",@"P38",@"P39",@"P40",@"P41",@"P42",@"P43",@"P44",@"P45",@"P46",@"P47",@"P48"}))
                                    .Append(mlContext.Transforms.Conversion.MapValueToKey(outputColumnName:@"Label",inputColumnName:@"Label",addKeyValueAnnotationsAsText:false))
                                    .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options(){L1Regularization=0.03125F,L2Regularization=0.03125F,LabelColumnName=@"Label",FeatureColumnName=@"Features"}))
                                    .Append(mlContext.Transforms.Conversion.MapKeyToValue(outputColumnName:@"PredictedLabel",inputColumnName:@"PredictedLabel"));

            return pipeline;
        }
    }
}
