using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.ML.Data;
using SpikeML.Samples.Gallery;
using SpikeML.SpikingMnist;
using SpikeML.SpikingMnist.Sections;
using SpikeML.Torch;

Option<DirectoryInfo?> mnist = new("--mnist")
{
    Description = "Folder with MNIST's four files, plain or .gz; by default, generated digits are used.",
};
Option<bool> convolutional = new("--convolutional")
{
    Description = "Use two convolutions and a dense layer instead of one dense layer.",
};
Option<int?> epochs = new("--epochs") { Description = "The number of passes over the data; by default that of the trainer." };
Option<int> digits = new("--digits")
{
    Description = "The number of generated digits to train on; a sixth as many are held out.",
    DefaultValueFactory = _ => 2000,
};
Option<FileInfo?> modelFile = new("--model") { Description = "The model file; by default model.zip in the output folder." };
Option<DirectoryInfo> output = new("--output")
{
    Description = "Folder for the pictures and index.html, which shows them.",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("output", "spiking-mnist")),
};
epochs.Validators.Add(result => AtLeast(result, 1));
digits.Validators.Add(result => AtLeast(result, 60));
RootCommand command = new("Trains a spiking network on digits in one ML.NET pipeline and shows what it does.")
{
    mnist, convolutional, epochs, digits, modelFile, output,
};
command.SetAction((arguments, cancellation) =>
{
    try
    {
        SpikingNetworkOptions options = arguments.GetValue(convolutional) ? SpikingNetworkOptions.Convolutional : new();
        options = options with { Epochs = arguments.GetValue(epochs) ?? options.Epochs };
        Show(arguments.GetValue(mnist)?.FullName, arguments.GetValue(digits), options, arguments.GetValue(modelFile)?.FullName,
            arguments.GetValue(output)!.FullName, cancellation);
        return Task.FromResult(0);
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
    {
        Console.Error.WriteLine($"error: {error.Message}");
        return Task.FromResult(1);
    }
    catch (OperationCanceledException)
    {
        Console.Error.WriteLine("Stopped.");
        return Task.FromResult(1);
    }
});
return await command.Parse(args).InvokeAsync();

static void AtLeast(OptionResult result, int least)
{
    if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int value) && value < least)
        result.AddError($"{result.IdentifierToken} must be at least {least}, not {value}.");
}

static void Show(
    string? mnist, int digitCount, SpikingNetworkOptions options, string? modelFile, string output,
        CancellationToken cancellation)
{
    Console.WriteLine(
        "A spiking network on digits: one ML.NET pipeline encodes and trains; the network is evaluated, drawn and saved.");
    Report report = new(output, "A spiking network on digits",
        "A network of leaky neurons, trained by backpropagation through time as the last step of an ML.NET pipeline. "
        + "Each figure is below the code that made it.");
    Digits digits = Digits.Load(report, mnist, digitCount);
    TransformerChain<SpikingNetworkTransformer> model = Training.Show(report, digits, options, cancellation);
    Evaluation.Show(report, digits, model);
    OneDigit.Show(report, digits, model);
    Saving.Show(report, digits, model, modelFile ?? Path.Combine(report.Folder, "model.zip"));
    report.Finish();
    Console.WriteLine(
        "Try next: --digits 6000 for a better network, --convolutional for a larger one, --mnist FOLDER for the real MNIST.");
}
