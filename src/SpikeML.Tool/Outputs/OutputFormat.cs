using SpikeML.Tool.Running;

namespace SpikeML.Tool.Outputs;

internal enum OutputFormat
{
    /// <summary>ML.NET's binary format.</summary>
    Idv,

    /// <summary>NumPy's arrays.</summary>
    Npz,

    /// <summary>A line for each spike.</summary>
    Csv,
}

internal static class OutputFormats
{
    public static OutputFormat Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".idv" => OutputFormat.Idv,
        ".npz" => OutputFormat.Npz,
        ".csv" => OutputFormat.Csv,
        string extension => throw ToolException.Usage($"--output '{path}': files of spikes end in .idv, .npz or .csv, not in '{extension}'."),
    };
}
