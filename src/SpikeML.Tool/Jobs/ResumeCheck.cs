using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Jobs;

/// <summary>
/// Whether a file that is there is what a command would write. A row's spikes depend on nothing but the model and the row, so its
/// first
/// rows are made anew and compared: another seed, option, shard or input shows in them.
/// </summary>
internal static class ResumeCheck
{
    /// <summary>How many rows are compared.</summary>
    public const int Rows = 16;

    public static void Require(MLContext context, string path, OutputRequest output, SpikeRows firstRows, long count)
    {
        if (output.Format.Difference(context, path, output, firstRows, count) is string difference)
            throw ToolException.Failed(
                $"'{path}' is there, but this command does not make it: {difference}. Give another --output, or --force instead "
                    + "of --resume to replace it.");
    }
}
