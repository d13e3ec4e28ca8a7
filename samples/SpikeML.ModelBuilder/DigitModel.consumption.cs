using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.ModelBuilder
{
    public partial class DigitModel
    {
        /// <summary>
        /// model input class for DigitModel.
        /// </summary>
        #region model input class
        public class ModelInput
        {
            [LoadColumn(0)]
            [ColumnName(@"Label")]
            public float Label { get; set; }

            [LoadColumn(1)]
            [ColumnName(@"P0")]
            public float P0 { get; set; }

            [LoadColumn(2)]
            [ColumnName(@"P1")]
            public float P1 { get; set; }

            [LoadColumn(3)]
            [ColumnName(@"P2")]
            public float P2 { get; set; }

            [LoadColumn(4)]
            [ColumnName(@"P3")]
            public float P3 { get; set; }

            [LoadColumn(5)]
            [ColumnName(@"P4")]
            public float P4 { get; set; }

            [LoadColumn(6)]
            [ColumnName(@"P5")]
            public float P5 { get; set; }

            [LoadColumn(7)]
            [ColumnName(@"P6")]
            public float P6 { get; set; }

            [LoadColumn(8)]
            [ColumnName(@"P7")]
            public float P7 { get; set; }

            [LoadColumn(9)]
            [ColumnName(@"P8")]
            public float P8 { get; set; }

            [LoadColumn(10)]
            [ColumnName(@"P9")]
            public float P9 { get; set; }

            [LoadColumn(11)]
            [ColumnName(@"P10")]
            public float P10 { get; set; }

            [LoadColumn(12)]
            [ColumnName(@"P11")]
            public float P11 { get; set; }

            [LoadColumn(13)]
            [ColumnName(@"P12")]
            public float P12 { get; set; }

            [LoadColumn(14)]
            [ColumnName(@"P13")]
            public float P13 { get; set; }

            [LoadColumn(15)]
            [ColumnName(@"P14")]
            public float P14 { get; set; }

            [LoadColumn(16)]
            [ColumnName(@"P15")]
            public float P15 { get; set; }

            [LoadColumn(17)]
            [ColumnName(@"P16")]
            public float P16 { get; set; }

            [LoadColumn(18)]
            [ColumnName(@"P17")]
            public float P17 { get; set; }

            [LoadColumn(19)]
            [ColumnName(@"P18")]
            public float P18 { get; set; }

            [LoadColumn(20)]
            [ColumnName(@"P19")]
            public float P19 { get; set; }

            [LoadColumn(21)]
            [ColumnName(@"P20")]
            public float P20 { get; set; }

            [LoadColumn(22)]
            [ColumnName(@"P21")]
            public float P21 { get; set; }

            [LoadColumn(23)]
            [ColumnName(@"P22")]
            public float P22 { get; set; }

            [LoadColumn(24)]
            [ColumnName(@"P23")]
            public float P23 { get; set; }

            [LoadColumn(25)]
            [ColumnName(@"P24")]
            public float P24 { get; set; }

            [LoadColumn(26)]
            [ColumnName(@"P25")]
            public float P25 { get; set; }

            [LoadColumn(27)]
            [ColumnName(@"P26")]
            public float P26 { get; set; }

            [LoadColumn(28)]
            [ColumnName(@"P27")]
            public float P27 { get; set; }

            [LoadColumn(29)]
            [ColumnName(@"P28")]
            public float P28 { get; set; }

            [LoadColumn(30)]
            [ColumnName(@"P29")]
            public float P29 { get; set; }

            [LoadColumn(31)]
            [ColumnName(@"P30")]
            public float P30 { get; set; }

            [LoadColumn(32)]
            [ColumnName(@"P31")]
            public float P31 { get; set; }

            [LoadColumn(33)]
            [ColumnName(@"P32")]
            public float P32 { get; set; }

            [LoadColumn(34)]
            [ColumnName(@"P33")]
            public float P33 { get; set; }

            [LoadColumn(35)]
            [ColumnName(@"P34")]
            public float P34 { get; set; }

            [LoadColumn(36)]
            [ColumnName(@"P35")]
            public float P35 { get; set; }

            [LoadColumn(37)]
            [ColumnName(@"P36")]
            public float P36 { get; set; }

            [LoadColumn(38)]
            [ColumnName(@"P37")]
            public float P37 { get; set; }

            [LoadColumn(39)]
            [ColumnName(@"P38")]
            public float P38 { get; set; }

            [LoadColumn(40)]
            [ColumnName(@"P39")]
            public float P39 { get; set; }

            [LoadColumn(41)]
            [ColumnName(@"P40")]
            public float P40 { get; set; }

            [LoadColumn(42)]
            [ColumnName(@"P41")]
            public float P41 { get; set; }

            [LoadColumn(43)]
            [ColumnName(@"P42")]
            public float P42 { get; set; }

            [LoadColumn(44)]
            [ColumnName(@"P43")]
            public float P43 { get; set; }

            [LoadColumn(45)]
            [ColumnName(@"P44")]
            public float P44 { get; set; }

            [LoadColumn(46)]
            [ColumnName(@"P45")]
            public float P45 { get; set; }

            [LoadColumn(47)]
            [ColumnName(@"P46")]
            public float P46 { get; set; }

            [LoadColumn(48)]
            [ColumnName(@"P47")]
            public float P47 { get; set; }

            [LoadColumn(49)]
            [ColumnName(@"P48")]
            public float P48 { get; set; }

        }
        #endregion

        /// <summary>
        /// model output class for DigitModel.
        /// </summary>
        #region model output class
        public class ModelOutput
        {
            [ColumnName(@"Label")]
            public uint Label { get; set; }

            [ColumnName(@"P0")]
            public float P0 { get; set; }

            [ColumnName(@"P1")]
            public float P1 { get; set; }

            [ColumnName(@"P2")]
            public float P2 { get; set; }

            [ColumnName(@"P3")]
            public float P3 { get; set; }

            [ColumnName(@"P4")]
            public float P4 { get; set; }

            [ColumnName(@"P5")]
            public float P5 { get; set; }

            [ColumnName(@"P6")]
            public float P6 { get; set; }

            [ColumnName(@"P7")]
            public float P7 { get; set; }

            [ColumnName(@"P8")]
            public float P8 { get; set; }

            [ColumnName(@"P9")]
            public float P9 { get; set; }

            [ColumnName(@"P10")]
            public float P10 { get; set; }

            [ColumnName(@"P11")]
            public float P11 { get; set; }

            [ColumnName(@"P12")]
            public float P12 { get; set; }

            [ColumnName(@"P13")]
            public float P13 { get; set; }

            [ColumnName(@"P14")]
            public float P14 { get; set; }

            [ColumnName(@"P15")]
            public float P15 { get; set; }

            [ColumnName(@"P16")]
            public float P16 { get; set; }

            [ColumnName(@"P17")]
            public float P17 { get; set; }

            [ColumnName(@"P18")]
            public float P18 { get; set; }

            [ColumnName(@"P19")]
            public float P19 { get; set; }

            [ColumnName(@"P20")]
            public float P20 { get; set; }

            [ColumnName(@"P21")]
            public float P21 { get; set; }

            [ColumnName(@"P22")]
            public float P22 { get; set; }

            [ColumnName(@"P23")]
            public float P23 { get; set; }

            [ColumnName(@"P24")]
            public float P24 { get; set; }

            [ColumnName(@"P25")]
            public float P25 { get; set; }

            [ColumnName(@"P26")]
            public float P26 { get; set; }

            [ColumnName(@"P27")]
            public float P27 { get; set; }

            [ColumnName(@"P28")]
            public float P28 { get; set; }

            [ColumnName(@"P29")]
            public float P29 { get; set; }

            [ColumnName(@"P30")]
            public float P30 { get; set; }

            [ColumnName(@"P31")]
            public float P31 { get; set; }

            [ColumnName(@"P32")]
            public float P32 { get; set; }

            [ColumnName(@"P33")]
            public float P33 { get; set; }

            [ColumnName(@"P34")]
            public float P34 { get; set; }

            [ColumnName(@"P35")]
            public float P35 { get; set; }

            [ColumnName(@"P36")]
            public float P36 { get; set; }

            [ColumnName(@"P37")]
            public float P37 { get; set; }

            [ColumnName(@"P38")]
            public float P38 { get; set; }

            [ColumnName(@"P39")]
            public float P39 { get; set; }

            [ColumnName(@"P40")]
            public float P40 { get; set; }

            [ColumnName(@"P41")]
            public float P41 { get; set; }

            [ColumnName(@"P42")]
            public float P42 { get; set; }

            [ColumnName(@"P43")]
            public float P43 { get; set; }

            [ColumnName(@"P44")]
            public float P44 { get; set; }

            [ColumnName(@"P45")]
            public float P45 { get; set; }

            [ColumnName(@"P46")]
            public float P46 { get; set; }

            [ColumnName(@"P47")]
            public float P47 { get; set; }

            [ColumnName(@"P48")]
            public float P48 { get; set; }

            [ColumnName(@"Features")]
            public float[] Features { get; set; }

            [ColumnName(@"PredictedLabel")]
            public float PredictedLabel { get; set; }

            [ColumnName(@"Score")]
            public float[] Score { get; set; }
        }
        #endregion

        private static string MLNetModelPath = Path.GetFullPath("DigitModel.mlnet");

        public static readonly Lazy<PredictionEngine<ModelInput,
            ModelOutput>> PredictEngine = new Lazy<PredictionEngine<ModelInput, ModelOutput>>(() => CreatePredictEngine(), true);

        private static PredictionEngine<ModelInput, ModelOutput> CreatePredictEngine()
        {
            var mlContext = new MLContext();
            ITransformer mlModel = mlContext.Model.Load(MLNetModelPath, out var _);
            return mlContext.Model.CreatePredictionEngine<ModelInput, ModelOutput>(mlModel);
        }

        /// <summary>
        /// Predicts the scores of all labels.
        /// </summary>
        public static IOrderedEnumerable<KeyValuePair<string, float>> PredictAllLabels(ModelInput input)
        {
            var predEngine = PredictEngine.Value;
            var result = predEngine.Predict(input);
            return GetSortedScoresWithLabels(result);
        }

        /// <summary>
        /// Names a prediction's scores by their labels, the highest first.
        /// </summary>
        public static IOrderedEnumerable<KeyValuePair<string, float>> GetSortedScoresWithLabels(ModelOutput result)
        {
            var unlabeledScores = result.Score;
            var labelNames = GetLabels(result);

            Dictionary<string, float> labeledScores = new Dictionary<string, float>();
            for (int i = 0; i < labelNames.Count(); i++)
            {
                var labelName = labelNames.ElementAt(i);
                labeledScores.Add(labelName.ToString(), unlabeledScores[i]);
            }

            return labeledScores.OrderByDescending(c => c.Value);
        }

        /// <summary>
        /// Gets the labels in the order of the scores.
        /// </summary>
        private static IEnumerable<string> GetLabels(ModelOutput result)
        {
            var schema = PredictEngine.Value.OutputSchema;

            var labelColumn = schema.GetColumnOrNull("Label");
            if (labelColumn == null)
            {
                throw new Exception("Label column not found. Make sure the name searched for matches the name in the schema.");
            }

            var keyNames = new VBuffer<float>();
            labelColumn.Value.GetKeyValues(ref keyNames);
            return keyNames.DenseValues().Select(x => x.ToString());
        }

        /// <summary>
        /// Predicts one row.
        /// </summary>
        public static ModelOutput Predict(ModelInput input)
        {
            var predEngine = PredictEngine.Value;
            return predEngine.Predict(input);
        }
    }
}
