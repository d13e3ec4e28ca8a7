#:package SpikeML.Plot@1.*

using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML;
using SpikeML.Plot;

var mlContext = new MLContext(seed: 0);
IDataView digits = mlContext.Data.LoadSampleDigits(30);
SpikeCatalog verbs = mlContext.Transforms.Spikes;
IDataView spikes = Reload(verbs.EncodeRate("Spikes", "Features", new() { NumSteps = 10, Seed = 1 }), digits);

Read<float[]>(verbs.EncodeRateTargets("Targets", "Label"), digits, "Targets");
Read<float[]>(verbs.Scale("Scaled", "Features").Append(verbs.EncodePhase("Phases", "Scaled")), digits, "Phases");
Read<float[]>(verbs.ReadOutCount("Counts", "Spikes"), spikes, "Counts");
Read<float[]>(verbs.ToEvents("Events", "Spikes"), spikes, "Events");
Read<byte[]>(verbs.RenderRaster("Picture", "Spikes"), spikes, "Picture");
SpikeTransformer<StepForwardEncodingOptions> encoder = verbs.EncodeStepForward("Changes", "Features").Fit(digits);
Read<float[]>(verbs.Decode("Restored", "Changes", encoder.Codes[0]), encoder.Transform(digits), "Restored");
Read<float[]>(mlContext.MulticlassClassification.Trainers.SdcaMaximumEntropy("Label", "Spikes", maximumNumberOfIterations: 1),
    spikes, "Score");

File.WriteAllText("log.csv", "3,1\n1,2\n2,4\n");
IDataView log = mlContext.Data.LoadFromTextFile("log.csv",
    [new("Time", DataKind.Single, 0), new("Value", DataKind.Single, 1)], ',');
Read<float[]>(verbs.EncodeStream("Stream", "Value", new StepForwardEncodingOptions { Threshold = 0.5 },
    new() { OrderColumnName = "Time", OutOfOrder = OutOfOrderPolicy.Sort }), log, "Stream");

foreach (string extension in new[] { "png", "svg", "pdf", "csv" })
    spikes.SaveRaster("Spikes", row: 0, $"raster.{extension}");
foreach (string extension in new[] { "gif", "apng", "html" })
    spikes.SaveAnimation("Spikes", row: 0, $"animation.{extension}");
SpikePlot.AnimateSpikeCount(SpikeTrain.FromEvents([new(0, 3, 1), new(1, 3, 1)], 5, 10)).Save("counts.html");
spikes.SaveNpy("Spikes", "spikes.npy");
Console.WriteLine(mlContext.SpikeQuality.Compare(mlContext.Data.TakeRows(digits, 1), "Features"));
Console.WriteLine("all done");

IDataView Reload(IEstimator<ITransformer> verb, IDataView data)
{
    mlContext.Model.SaveAtomically(verb.Fit(data), data.Schema, "model.zip");
    return new MLContext().Model.Load("model.zip", out _).Transform(data);
}

void Read<T>(IEstimator<ITransformer> verb, IDataView data, string column) =>
    Console.WriteLine($"{column}: {Reload(verb, data).GetColumn<T>(column).Count()} rows");
