#:package SpikeML.Plot@1.*
#:property PublishAot=false

using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML;
using SpikeML.Plot;

var mlContext = new MLContext(seed: 0);
IDataView digits = mlContext.Data.LoadSampleDigits(300);
var pipeline = mlContext.Transforms.Spikes.EncodeLatency("Spikes", "Features",
    new() { NumSteps = 10, Normalize = true, Linear = true })
    .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Spikes", optimizationTolerance: 1e-3f));
ITransformer model = pipeline.Fit(digits);
Console.WriteLine(mlContext.MulticlassClassification.Evaluate(model.Transform(digits)).MicroAccuracy);

mlContext.Model.Save(model, digits.Schema, "digits.zip");
var loaded = new MLContext().Model.Load("digits.zip", out _);
model.Transform(digits).SaveRaster("Spikes", row: 0, "digit.svg");

SpikeTrain before = model.Transform(digits).GetSpikeTrains("Spikes").First();
float[] pixels = digits.GetColumn<float[]>("Features").First();
float[] after = mlContext.Model.CreatePredictionEngine<Digit, Encoded>(loaded).Predict(new Digit { Features = pixels }).Spikes;
Console.WriteLine(before.ToDense().AsSpan().SequenceEqual(after) ? "the same spikes" : "other spikes");

sealed class Digit
{
    [VectorType(28, 28)]
    public float[] Features { get; set; } = [];
}

sealed class Encoded
{
    public float[] Spikes { get; set; } = [];
}
