using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>
/// Checks whether an existing file is what a command would write. A row's spikes depend only on the model and the row, so the
/// first rows are encoded again and compared, which reveals a different seed, option, shard or input.
/// </summary>
internal static class ResumeCheck
{
    /// <summary>The number of rows to compare.</summary>
    public const int Rows = 16;

    public static void Require(MLContext context, string path, OutputRequest output, SpikeRows firstRows, long count)
    {
        if (output.Format.Difference(context, path, output, firstRows, count) is string difference)
            throw ToolException.Failed(
                $"'{path}' exists, but differs from what this command writes: {difference}. Choose another "
                    + "--output, or use --force instead of --resume to replace it.");
    }
}
