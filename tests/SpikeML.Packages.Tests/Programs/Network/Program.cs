using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML;
using SpikeML.Plot;
using SpikeML.Torch;

var mlContext = new MLContext(seed: 0);
IDataView digits = mlContext.Data.LoadSampleDigits(300);
var split = mlContext.Data.TrainTestSplit(digits, testFraction: 0.2);
var pipeline = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 10 })
    .Append(mlContext.MulticlassClassification.Trainers.SpikingNetwork("Label", "Spikes",
        new() { Epochs = 2, OutputSpikesColumnName = "OutputSpikes" }));

ITransformer model = pipeline.Fit(split.TrainSet);
IDataView predictions = model.Transform(split.TestSet);
double accuracy = mlContext.MulticlassClassification.Evaluate(predictions).MicroAccuracy;
Console.WriteLine($"{accuracy:P1} of the held-out digits are right");

mlContext.Model.Save(model, digits.Schema, "network.zip");
predictions.SaveRaster("Spikes", row: 0, "input.png");
predictions.SaveRaster("OutputSpikes", row: 0, "output.svg");
predictions.SaveAnimation("Spikes", row: 0, "digit.gif");

ITransformer loaded = new MLContext().Model.Load("network.zip", out _);
float[] pixels = split.TestSet.GetColumn<float[]>("Features").First();
float[] before = predictions.GetColumn<float[]>("Score").First();
float[] after = mlContext.Model.CreatePredictionEngine<Digit, Prediction>(loaded).Predict(new Digit { Features = pixels }).Score;
Console.WriteLine(before.AsSpan().SequenceEqual(after) ? "the same prediction" : "another prediction");

internal sealed class Digit
{
    [VectorType(28, 28)]
    public float[] Features { get; set; } = [];
}

internal sealed class Prediction
{
    public float[] Score { get; set; } = [];
}
