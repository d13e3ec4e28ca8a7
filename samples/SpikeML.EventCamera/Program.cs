using System.CommandLine;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.EventCamera;

Option<int> digits = new("--digits")
{
    Description = "The number of recordings to train on; a fifth as many are held out.",
    DefaultValueFactory = _ => 1500,
};
Option<int> epochs = new("--epochs")
{
    Description = "The number of passes over the recordings.",
    DefaultValueFactory = _ => 10,
};
Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the pictures and the model.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "event-camera")),
};
digits.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 50)
        result.AddError("--digits must be at least 50.");
});
epochs.Validators.Add(result =>
{
    if (result.GetValueOrDefault<int>() < 1)
        result.AddError("--epochs must be at least 1.");
});
RootCommand command = new("Trains a spiking network on what a simulated event camera sees of digits.") { digits, epochs, output };
command.SetAction(arguments =>
    Run(arguments.GetValue(digits), arguments.GetValue(epochs), arguments.GetValue(output)!.FullName));
return command.Parse(args).Invoke();

static void Run(int digits, int epochs, string output)
{
    Directory.CreateDirectory(output);
    MLContext context = new(seed: 1);
    Recording[] train = MovingDigits.Record(context, digits, seed: 1), test = MovingDigits.Record(context, digits / 5, seed: 2);
    Console.WriteLine($"{train.Length:N0} recordings of {MovingDigits.Duration / 1000} ms, "
        + $"{train.Average(recording => recording.Events.Length / 4):N0} events each; {test.Length} are held out.");
    Pictures.Draw(train[0], output);

    IDataView trainData = context.Data.LoadFromEnumerable(train), testData = context.Data.LoadFromEnumerable(test);
    ITransformer model = Network.Train(context, trainData, epochs);
    MulticlassClassificationMetrics metrics = context.MulticlassClassification.Evaluate(model.Transform(testData));
    Console.WriteLine($"Accuracy on the recordings held out: {metrics.MicroAccuracy:P1} (chance: 10 %).");
    context.Model.SaveAtomically(model, trainData.Schema, Path.Combine(output, "events.mlnet"));
}
