using Microsoft.ML;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Running;
using SpikeML.Tool.SpikeFiles;

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
        string? difference = output.Format == OutputFormat.Csv ? CompareTable(path, firstRows) : Compare(context, path, output, firstRows, count);
        if (difference is not null)
            throw ToolException.Failed($"'{path}' is there, but this command does not make it: {difference}. Give another --output, or --force instead of --resume to replace it.");
    }

    private static string? Compare(MLContext context, string path, OutputRequest output, SpikeRows firstRows, long count)
    {
        using SpikeFile file = SpikeFile.Open(context, path, output.Format == OutputFormat.Idv ? firstRows.SpikeColumn : null);
        if (file.Rows != count)
            return $"it has {file.Rows} rows, not {count}";
        if (!file.Dimensions.SequenceEqual(firstRows.Dimensions))
            return $"its rows are [{string.Join(", ", file.Dimensions)}], not [{string.Join(", ", firstRows.Dimensions)}]";
        if (output.Format == OutputFormat.Npz && file is SparseNpzSpikes != output.Sparse)
            return output.Sparse ? "it is dense" : "it is sparse";
        using IEnumerator<SpikeTrain> trains = file.Trains().GetEnumerator();
        long? different = null;
        firstRows.ForEach((row, in spikes) =>
        {
            float[] values = new float[spikes.Length];
            spikes.CopyTo(values);
            if (!trains.MoveNext() || !trains.Current.ToDense().AsSpan().SequenceEqual(values))
                different ??= row;
        });
        return different is null ? null : $"its row {different} has other spikes";
    }

    private static string? CompareTable(string path, SpikeRows firstRows)
    {
        using MemoryStream expected = new();
        CsvOutput.Write(firstRows, expected);
        byte[] start = new byte[expected.Length];
        using FileStream file = File.OpenRead(path);
        int length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start.AsSpan(0, length).SequenceEqual(expected.GetBuffer().AsSpan(0, (int)expected.Length)) ? null : "its first rows have other spikes";
    }
}
