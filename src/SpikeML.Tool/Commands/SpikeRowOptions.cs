using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary>The options that select a row of a spike file, for the commands that draw one.</summary>
internal sealed class SpikeRowOptions
{
    private readonly Argument<string> _file = new("file")
    {
        Description = "A spike file (.idv, .npz, .npy, .parquet or .csv) or an event recording; - reads standard input."
    };
    private readonly NumberOption _row = new("--row", 0, long.MaxValue, "The row in the file, from 0; 0 by default.");
    private readonly Option<string?> _column = new("--column", "--array")
    {
        HelpName = "NAME",
        Description = "The spike column of an .idv file or the array of a .npz file; by default Spikes or spikes, or the "
            + "only one."
    };

    private readonly NumberOption _steps = new("--steps", 1, int.MaxValue,
        "The number of steps of an event recording, equal parts of its time; 100 by default.");

    public Option<string?> Title { get; } = new("--title")
    {
        HelpName = "TEXT",
        Description = "The title; by default the file and row."
    };

    public void AddTo(ToolCommand command)
    {
        command.Add(_file.RefusingOptions());
        command.Add("Spikes", _row.Option, _column, _steps.Option);
    }

    /// <summary>The file as it was typed.</summary>
    public string FileOf(ParseResult arguments) => arguments.GetValue(_file)!;

    /// <summary>The spikes of the row, and the title of their picture.</summary>
    public (SpikeTrain Train, string Title) Read(ParseResult arguments, CancellationToken cancellation)
    {
        long row = _row.Read(arguments) ?? 0;
        string file = StandardInput.Resolve(arguments.GetValue(_file)!, cancellation);
        using WarningLog warnings = new();
        using SpikeFile spikes = SpikeFile.Open(
            warnings.Context, file, arguments.GetValue(_column), cancellation, (int?)_steps.Read(arguments));
        if (row >= spikes.Rows)
            throw ToolException.Usage(
                $"--row {row}: '{file}' has {Counted.Of(spikes.Rows, "row")}"
                    + $"{(spikes.Rows > 0 ? $", 0 to {spikes.Rows - 1}" : "")}.");
        return (spikes.Train(row, cancellation), arguments.GetValue(Title) ?? $"{StandardInput.NameOf(file)}, row {row}");
    }
}
