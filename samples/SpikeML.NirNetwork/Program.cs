using System.CommandLine;
using Microsoft.ML;
using SpikeML.NirNetwork;

Option<FileInfo> network = new("--network")
{
    Description = "The network, a NIR file with an input of [2, 34, 34].",
    DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "bars.nir")),
};
Option<double> timeStep = new("--time-step")
{
    Description = "The time step that the network runs with, in the unit of its time constants.",
    DefaultValueFactory = _ => 1,
};
Option<FileInfo?> recording = new("--recording")
{
    Description = "A recording in the format of N-MNIST (.bin) instead of the generated ones.",
};
Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the recordings and the animation.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "nir-network")),
};
RootCommand command = new("Runs a network of another tool on recordings of an event camera.")
{
    network, timeStep, recording, output,
};
command.SetAction(arguments =>
{
    string folder = arguments.GetValue(output)!.FullName;
    Directory.CreateDirectory(folder);
    Recording[] recordings = arguments.GetValue(recording) is { } own ? [Recording.Read(own.FullName)]
        : [.. Bars.Write(folder).Select(Recording.Read)];
    Classification.Show(new MLContext(seed: 0), arguments.GetValue(network)!.FullName, arguments.GetValue(timeStep), recordings,
        folder);
});
return command.Parse(args).Invoke();
