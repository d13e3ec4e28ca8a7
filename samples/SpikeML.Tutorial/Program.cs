using System.CommandLine;
using SpikeML.Tutorial;

Option<DirectoryInfo?> mnist = new("--mnist") { Description = "Folder with MNIST's four files, plain or .gz." };
Option<bool> download = new("--download") { Description = "Download MNIST into the output folder first." };
Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the pictures and index.html, which shows them.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "tutorial")),
};
RootCommand command = new("Spike encoding with ML.NET, from images to spikes to a saved model.") { mnist, download,
    output };
command.SetAction(async (arguments, cancellation) =>
{
    try
    {
        Console.WriteLine("Spike encoding with ML.NET: digits become spikes in rate, latency and delta codes, the spikes are "
            + "drawn, and a classifier is trained on them.");
        TutorialPage page = new(arguments.GetValue(output)!.FullName)
        {
            MnistFolder = arguments.GetValue(mnist)?.FullName,
            Download = arguments.GetValue(download),
            DataHint = "; --mnist FOLDER or --download uses MNIST",
        };
        await page.WriteAsync(cancellation);
        Console.WriteLine("Try next: --download or --mnist FOLDER for the real MNIST, and samples/SpikeML.SpikingMnist, which "
            + "trains a spiking network.");
        return 0;
    }
    catch (Exception error) when (
        error is IOException or UnauthorizedAccessException or InvalidDataException or HttpRequestException)
    {
        Console.Error.WriteLine($"error: {error.Message}");
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();
