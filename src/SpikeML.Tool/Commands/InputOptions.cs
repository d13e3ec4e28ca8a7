using System.CommandLine;
using System.Globalization;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>The options that select the input, for all commands that read rows.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string?> _path = new("input")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The input: IDX images (MNIST's format, plain or gzip), a folder with MNIST's files, a table (.csv, "
            + ".tsv, .txt), Apache Parquet, NumPy's arrays (.npy, .npz), or an ML.NET binary file (.idv); - reads one of "
            + "them, or a table, from standard input. All but tables are recognized by their content.",
    };

    private readonly NumberOption _sampleDigits = new(
        "--sample-digits", 1, int.MaxValue, "Read N generated digits of 28 x 28 pixels instead of an input, to try the tool.");

    private readonly Option<string?> _format = new("--input-format")
    {
        HelpName = "idx|csv|idv|npy|npz|parquet|mnist",
        Description = "The format of the input; detected by default."
    };
    private readonly Option<string?> _labelsFile = new("--labels-file")
    {
        HelpName = "FILE",
        Description = "The label file of IDX images, or a .npy file with the labels of another."
    };
    private readonly Option<string?> _array = new("--array")
    {
        HelpName = "NAME",
        Description = "The array of a .npz file to encode, with rows as first dimension; by default the only one besides "
            + "the label."
    };
    private readonly Option<string?> _split = new("--split")
    {
        HelpName = "train|test",
        Description = "The part of an MNIST folder to read; train by default."
    };
    private readonly Option<string?> _features = new("--features")
    {
        HelpName = "COLUMNS",
        Description = "For a table or Parquet: the columns to encode, by name or number from 0, such as age,3,pixel0..pixel783; "
            + "by default all except label, row key and --keep or, in Parquet, Features or the only list. For an .idv file: the "
            + "column to encode, Features if omitted.",
    };

    private readonly Option<string?> _label = new("--label")
    {
        HelpName = "COLUMN",
        Description = "The label column, or the array of labels in a .npz file; Label or labels by default, if it exists."
    };
    private readonly Option<string?> _shape = new("--shape")
    {
        HelpName = "N,N...",
        Description = "The dimensions of a row's features, such as 28,28 for images in a table, or 128,9 for 128 steps of 9 "
            + "channels; those of the input by default."
    };
    private readonly Option<string?> _separator = new("--separator")
    {
        HelpName = "CHARACTER",
        Description = "The column separator of a table: a character, or comma, tab, semicolon or space; by default a comma, or a "
            + "tab in .tsv files."
    };
    private readonly Option<string?> _decimal = new("--decimal")
    {
        HelpName = "point|comma",
        Description = "The decimal separator in a table; point by default."
    };
    private readonly Option<bool> _noHeader = new("--no-header") { Description = "A table's first line is data, not names." };

    public void AddTo<TCommand>(TCommand command)
        where TCommand : Command, IToolCommand
    {
        command.Add(_path.RefusingOptions());
        command.Add("Input", _sampleDigits.Option, _format);
        command.Add("Tables, arrays and ML.NET binary files", _features, _array, _label, _shape, _separator, _decimal, _noHeader);
        command.Add("Images", _labelsFile, _split);
    }

    /// <summary>The files that are read, which no output may replace.</summary>
    public string[] Files(ParseResult arguments) =>
        [.. new[] { arguments.GetValue(_path), arguments.GetValue(_labelsFile) }.OfType<string>()];

    /// <param name="arguments">The command line.</param>
    /// <param name="cancellation">Cancels the reading of standard input.</param>
    public InputRequest Read(ParseResult arguments, CancellationToken cancellation) => new()
    {
        Path = arguments.GetValue(_path) is string path ? StandardInput.Resolve(path, cancellation) : null,
        SampleDigits = (int?)_sampleDigits.Read(arguments),
        Format = arguments.GetValue(_format) is string format ? FileFormats.InputNamed(format) : null,
        LabelsPath = arguments.GetValue(_labelsFile) is string labels ? FileFormats.Existing(labels) : null,
        Split = SplitOf(arguments.GetValue(_split)),
        Features = arguments.GetValue(_features),
        Array = arguments.GetValue(_array),
        Label = arguments.GetValue(_label),
        Shape = arguments.GetValue(_shape) is string shape ? ShapeOf(shape) : [],
        Separator = arguments.GetValue(_separator) is string separator ? Character(separator) : null,
        Decimal = DecimalOf(arguments.GetValue(_decimal)),
        NoHeader = arguments.GetValue(_noHeader),
    };

    private static int[] ShapeOf(string shape) => [.. shape.Split(',', 'x').Select(part =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count
        : throw ToolException.Usage($"--shape expects integers of at least 1 such as 28,28, got '{shape}'."))];

    private static MnistSplit SplitOf(string? split) => split switch
    {
        null or "train" => MnistSplit.Train,
        "test" => MnistSplit.Test,
        _ => throw ToolException.Usage(
            $"--split expects train or test, got '{split}'.{Suggestion.For(split, ["train", "test"])}"),
    };

    private static char DecimalOf(string? name) => name switch
    {
        null or "point" or "." => '.',
        "comma" or "," => ',',
        _ => throw ToolException.Usage(
            $"--decimal expects point or comma, got '{name}'.{Suggestion.For(name, ["point", "comma"])}"),
    };

    private static char Character(string separator) => separator switch
    {
        "comma" => ',',
        "tab" or "\\t" => '\t',
        "semicolon" => ';',
        "space" => ' ',
        [char character] => character,
        _ => throw ToolException.Usage($"--separator '{separator}': give one character, or comma, tab, semicolon or space."),
    };
}
