using System.Text.RegularExpressions;
using SpikeML.Tool.Encoders;

namespace SpikeML.Tool.Running;

/// <summary>Messages of the library in the words of the command line: options as they are typed, and its own remedies.</summary>
internal static partial class ShellWords
{
    internal static readonly (string Library, string Shell)[] Phrases =
    [
        (OnnxRefusal.Split,
            "Convert only what follows: name the columns with --inputs, and make them with 'spikeml encode model'."),
        ("with OnnxDraws = Runtime in its options", "with --draws runtime"),
        ("set Gain = 1f / 255", "give --gain 0.00392157"),
        ("try another code: mlContext.SpikeQuality.Compare measures them on your data", "try another encoder"),
        ("copy its content to a file first",
            "copy its content to a file first, or send it to standard input and name the input -"),
        ("change the code's options", "change the encoder's options"),
        ("scale the column first, for example with mlContext.Transforms.NormalizeMinMax",
            "divide the values by a constant first"),
        (", for example with mlContext.Transforms.ReplaceMissingValues", ""),
        (" with mlContext.Data.FilterByCustomPredicate. ReplaceMissingValues leaves infinity as it is", ""),
        (" with mlContext.Data.FilterRowsByMissingValues", ""),
        (" (mlContext.Data.DownloadMnistAsync verifies what it gets)", ""),
        ("mlContext.Transforms.Spikes.Scale", "--scale"),
        ("Train with ResetMechanism.Zero (or None), or save with NirReset.Approximate",
            "Train with a reset to zero or without one, or use --reset approximate"),
        ("Train with new FiringOptions { ResetDelay = false }, or save with NirReset.Approximate",
            "Train with a reset in the same step, or use --reset approximate"),
        ("Save with NirReset.Approximate", "Use --reset approximate"),
        ("Train without Inhibition", "Train without inhibition"),
        ("at another rate: set NirReading.TimeStep", "at another rate: leave --time-step out"),
        ("TryGetSpikingNetwork of the transformer gives that network",
            "Predict with the saved model and 'spikeml predict' to get that network"),
        ("set NirReading.Score to a score by the membrane", "run the graph in a program, with a score by the membrane"),
        ("check NirReading.TimeStep, which is", "check --time-step, which is"),
        ("set Width and Height of EventLoaderOptions.Reader", "give it with --sensor, such as --sensor 34x34"),
        ("Give the right Width and Height, or leave such events out with Outside = OutsideEvents.Drop",
            "Give the right --sensor"),
        ("set EventReaderOptions.TimeUnit", "write all times in seconds with fractions, or all in microseconds"),
        ("set EventReaderOptions.Columns, for example to \"t x y p\"", "add a first line that names them, such as t x y p"),
        ("Set Format if you know what it is. ", ""),
        (" yourself, or use mlContext.Data.LoadSampleDigits, which needs no files",
            " yourself, try another --mirror, or use --sample-digits, which needs no files"),
        ("mlContext.Data.DownloadMnistAsync(directory, MnistDataset.Emnist) downloads them",
            "'spikeml download emnist' downloads them"),
        ("mlContext.Data.DownloadMnistAsync downloads", "'spikeml download mnist' downloads"),
    ];

    private static readonly Lazy<HashSet<string>> Options = new(() =>
        [.. Encoder.All.SelectMany(encoder => encoder.Options).Select(option => option.Name)]);

    /// <summary>The message in the shell's words. What stands in quotes is a name of the user's, and stays as it is.</summary>
    public static string Of(string message)
    {
        string text = ToolProgram.Current.Phrases.Concat(Phrases).Aggregate(message, (text, phrase) =>
            text.Replace(phrase.Library, phrase.Shell, StringComparison.Ordinal));
        return OptionName().Replace(text, word => Options.Value.Contains(word.Value) ? $"--{Kebab.Of(word.Value)}" : word.Value);
    }

    /// <summary>Text in quotes, or a word with a capital letter that does not begin a sentence.</summary>
    [GeneratedRegex("""'[^']*'|(?<=[^.:!?] |\()[A-Z][A-Za-z]*(?=[ ,.:;)=]|$)""")]
    private static partial Regex OptionName();
}
