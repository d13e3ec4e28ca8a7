using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tables;

namespace SpikeML.Tool.Commands;

/// <summary>The options that select where a table is written.</summary>
internal sealed class TableOptions
{
    private readonly Option<string> _path = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "The table: .csv, .jsonl (JSON lines) or .parquet; standard output by default.",
        DefaultValueFactory = _ => StandardOutput.Name,
    };

    private readonly Option<string?> _format = new("--output-format")
    {
        HelpName = TableFormats.OfStandardOutput,
        Description = "The format on standard output; csv by default.",
    };

    private readonly Option<bool> _force = new("--force") { Description = "Replace the file if it exists." };

    public void AddTo(ToolCommand command) => command.Add("Output", _path, _format, _force);

    /// <summary>The place and format of the table.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="sources">Files that the command reads, which are never overwritten.</param>
    public (string Path, bool Force, ITableFormat Format) Read(ParseResult arguments, params string[] sources)
    {
        string path = arguments.GetValue(_path)!;
        bool force = arguments.GetValue(_force);
        if (path != StandardOutput.Name)
            OutputRequest.CheckPlace(path, force, sources);
        return (path, force, TableFormats.Of(path, arguments.GetValue(_format)));
    }
}
