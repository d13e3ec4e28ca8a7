using System.CommandLine;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Commands;

/// <summary>The options that select the output and the rows to encode.</summary>
internal sealed class OutputOptions
{
    private readonly Option<string> _path = new("--output", "-o")
    {
        Required = true,
        HelpName = "FILE",
        Description = "The spike file: .idv (ML.NET's binary format), .npz or .npy (NumPy), .parquet or .csv "
            + "(row,step,neuron,value). With --shard, the shard is added to the name: spikes.npz becomes spikes-03-of-16.npz. "
            + "- writes to standard output.",
    };
    private readonly Option<string?> _format = new("--output-format")
    {
        HelpName = "csv|npy",
        Description = "The format on standard output; csv by default."
    };

    private readonly Option<string?> _shard = new("--shard")
    {
        HelpName = "i/n",
        Description = "Encode only block i, counted from 0, of n consecutive blocks of rows. All n blocks together equal one "
            + "run without --shard."
    };
    private readonly Option<bool> _sparse = new("--sparse")
    {
        Description =
        "Write .npz files for scipy.sparse.load_npz (CSR, rows x steps * neurons) instead of a dense array with 4 bytes "
            + "per step and neuron; write .parquet with lists of the steps, neurons and values of the spikes."
    };
    private readonly Option<string?> _column = new("--output-column")
    {
        HelpName = "NAME",
        Description = "The spike column in .idv or .parquet; Spikes by default. With a model: the column to write."
    };
    private readonly Option<string?> _keep = new("--keep")
    {
        HelpName = "COLUMNS",
        Description = "Columns of the input to keep in .idv besides label and spikes, such as id,Features."
    };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the file if it exists." };
    private readonly Option<bool> _resume = new("--resume")
    {
        Description =
        "Do nothing if the file exists, is undamaged and was written by this very command, on the same input; otherwise "
            + "fail."
    };

    private readonly ThreadsOption _threads = new();

    public void AddTo(ToolCommand command)
    {
        command.Add("Output", _path, _format, _sparse, _column, _keep, _force, _resume);
        command.Add("Parallel work", _shard, _threads.Option);
    }

    public OutputRequest Read(ParseResult arguments)
    {
        string path = arguments.GetValue(_path)!;
        return new OutputRequest(path, FormatOf(path, arguments.GetValue(_format)))
        {
            Sparse = arguments.GetValue(_sparse),
            Column = arguments.GetValue(_column),
            Keep = arguments.GetValue(_keep)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                ?? [],
            Force = arguments.GetValue(_force),
            Resume = arguments.GetValue(_resume),
            Threads = _threads.Read(arguments),
        }.Checked();
    }

    private static ISpikeFormat FormatOf(string path, string? name)
    {
        if (path != StandardOutput.Name)
            return name is null ? FileFormats.OfOutput(path) : throw ToolException.Usage("--output-format can only be used with "
                + $"--output -: the name '{path}' tells its format.");
        return FileFormats.Spikes.FirstOrDefault(format => format.CanStream && format.Extension == $".{name ?? "csv"}")
            ?? throw ToolException.Usage($"--output-format expects csv or npy, got '{name}'. Other formats cannot be written to "
                + "standard output.");
    }

    public Shard? ReadShard(ParseResult arguments) => arguments.GetValue(_shard) is string text ? Shard.Parse(text) : null;
}
