using System.Diagnostics.CodeAnalysis;

namespace SpikeML.SpikingMnist;

/// <summary>What the sample was asked to do.</summary>
/// <param name="MnistDirectory">The folder of MNIST's files; null: drawn digits.</param>
/// <param name="Convolutional">Whether the network has convolutions.</param>
/// <param name="Epochs">The passes over the data; null: the trainer's default.</param>
/// <param name="ModelFile">Where the model is saved; null: nowhere.</param>
internal sealed record SampleArguments(string? MnistDirectory, bool Convolutional, int? Epochs, string? ModelFile)
{
    public static bool TryParse(string[] args, [NotNullWhen(true)] out SampleArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        (arguments, error) = (new(null, false, null, null), null);
        Queue<string> words = new(args);
        while (error is null && words.TryDequeue(out string? word))
        {
            if (word == "--convolutional")
                arguments = arguments with { Convolutional = true };
            else if (word is not ("--mnist" or "--epochs" or "--model"))
                error = $"Unknown argument: {word}";
            else if (!words.TryDequeue(out string? value))
                error = $"{word} needs a value.";
            else if (word == "--mnist")
                arguments = arguments with { MnistDirectory = value };
            else if (word == "--model")
                arguments = arguments with { ModelFile = value };
            else if (int.TryParse(value, out int epochs) && epochs > 0)
                arguments = arguments with { Epochs = epochs };
            else
                error = $"--epochs needs a number above 0, not {value}.";
        }
        if (error is null)
            return true;
        arguments = null;
        return false;
    }
}
