using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML;
using SpikeML.Plot;

var mlContext = new MLContext(seed: 0);
IDataView digits = mlContext.Data.LoadSampleDigits(300);
var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 10 })
    .Append(mlContext.Transforms.Spikes.RenderRaster("Picture", "Spikes", new() { Width = 32, Height = 32 }))
    .Append(mlContext.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Label", "Spikes", optimizationTolerance: 1e-2f));
ITransformer model = pipeline.Fit(digits);
IDataView predictions = model.Transform(digits);
Console.WriteLine($"{mlContext.MulticlassClassification.Evaluate(predictions).MicroAccuracy:P0} of the digits are right");

mlContext.Model.SaveAtomically(model, digits.Schema, "digits.zip");
predictions.SaveRaster("Spikes", row: 0, "digit.png");
predictions.SaveAnimation("Spikes", row: 0, "digit.html");
predictions.SaveAnimation("Spikes", row: 0, "digit.gif");

ITransformer loaded = new MLContext().Model.Load("digits.zip", out _);
float[] pixels = digits.GetColumn<float[]>("Features").First();
float[] before = predictions.GetColumn<float[]>("Score").First();
var engine = mlContext.Model.CreatePredictionEngine<Digit, Prediction>(loaded);
Prediction after = engine.Predict(new Digit { Features = pixels });
Console.WriteLine(before.AsSpan().SequenceEqual(after.Score) ? "the same prediction" : "another prediction");
Console.WriteLine(after.Picture.Length > 0 ? "with a picture" : "without a picture");

internal sealed class Digit
{
    [VectorType(28, 28)]
    public float[] Features { get; set; } = [];
}

internal sealed class Prediction
{
    public float[] Score { get; set; } = [];

    public byte[] Picture { get; set; } = [];
}
