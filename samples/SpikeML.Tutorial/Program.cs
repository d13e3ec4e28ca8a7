using System.CommandLine;
using SpikeML.Samples.Gallery;
using SpikeML.Tutorial;
using SpikeML.Tutorial.Sections;

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
        await Tutorial(arguments.GetValue(mnist), arguments.GetValue(download), arguments.GetValue(output)!, cancellation);
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

static async Task Tutorial(DirectoryInfo? mnist, bool download, DirectoryInfo output, CancellationToken cancellation)
{
    Console.WriteLine("Spike encoding with ML.NET: digits become spikes in rate, latency and delta codes, the spikes are drawn, "
        + "and a classifier is trained on them.");
    Report report = new(output.FullName, "Spike encoding with ML.NET",
        "A spiking network computes with short pulses instead of numbers: a neuron is silent nearly all the time, and what it "
        + "says lies in when, or how often, it fires. Images and measurements are numbers, so they must be turned into spikes "
        + "first. This page does so in three ways, with the code and a picture of each step. In the code, <code>spikes</code> is "
        + "<code>context.Transforms.Spikes</code>, <code>digits.EncodeFirst(encoder)</code> fits the encoder on the training set "
        + "and returns the spike train of its first digit, and <code>theme</code> and <code>width</code> are what suits your "
        + "screen: <code>FigureTheme.Light</code> or <code>FigureTheme.Dark</code>, and less width on a phone.");
    Digits digits = await Digits.LoadAsync(report, mnist?.FullName, download, cancellation);
    RateCoding.Show(report, digits);
    LatencyCoding.Show(report, digits);
    DeltaModulation.Show(report, digits);
    RandomSpikes.Show(report);
    Classification.Show(report, digits);
    report.Finish();
    Console.WriteLine("Try next: --download or --mnist FOLDER for the real MNIST, and samples/SpikeML.SpikingMnist, which trains "
        + "a spiking network.");
}
