using System.CommandLine;
using Microsoft.ML;
using SpikeML.Sensors;

Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the log, the model and the picture.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "sensors")),
};
RootCommand command = new("Encodes a sensor log as spikes and recognizes activities from them.") { output };
command.SetAction(arguments => Run(arguments.GetValue(output)!.FullName));
return command.Parse(args).Invoke();

static void Run(string output)
{
    Console.WriteLine("From a sensor log to activities: accelerations become spikes, row by row and in two-second windows.\n");
    Directory.CreateDirectory(output);
    string trainLog = Path.Combine(output, "train.csv"), testLog = Path.Combine(output, "test.csv");
    SensorLog.Write(trainLog, wearers: 16, seed: 1);
    SensorLog.Write(testLog, wearers: 8, seed: 2);

    MLContext context = new(seed: 0);
    LogStream.Show(context, Load(context, testLog), Path.Combine(output, "spikes.svg"));
    Activities.Show(context, Windows(context, trainLog), Windows(context, testLog), Path.Combine(output, "activities.mlnet"));
    Console.WriteLine("Try next: your own log, with the columns of Reading.cs, or other thresholds in SpikeCounts.cs.");
}

static IDataView Load(MLContext context, string path) => context.Data.LoadFromTextFile<Reading>(path, separatorChar: ',',
    hasHeader: true);

static IDataView Windows(MLContext context, string path) =>
    context.Data.LoadFromEnumerable(Window.Of(context.Data.CreateEnumerable<Reading>(Load(context, path), reuseRowObject: false))
        .ToArray());
