using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Benchmarks.Pipelines;

/// <summary>
/// Whole pipelines (source column, encoder, every row read through a cursor) against the same formulas in TorchSharp on all
/// cores, in turns; medians of the ratios of neighbouring turns. And how near to the memory's own speed the rows are written.
/// </summary>
internal static class PipelineTable
{
    private const int Pairs = 9;
    private const double Seconds = 0.35;

    public static void Print()
    {
        Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, "
            + $"{Job.Features} features x {Job.NumSteps} steps, median of {Pairs} pairs\n");
        Console.WriteLine("| job | TorchSharp rows/s | one cursor rows/s | ratio | two cursors rows/s | ratio | bytes a row "
            + "| share of clear |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (Job job in Job.All(new MLContext(seed: 1)))
            Console.WriteLine(Row(job));
    }

    private static string Row(Job job)
    {
        // Once each, so that code is compiled and buffers have their size.
        job.Rival();
        Measure.OneCursor(job.Ours, "Spikes", 1);
        Measure.TwoCursors(job.Ours, "Spikes", 0.2);
        double[] rival = new double[Pairs], one = new double[Pairs], two = new double[Pairs], clear = new double[Pairs];
        long rowBytes = RowBytes(job.Ours);
        byte[] buffer = new byte[rowBytes];
        for (int pair = 0; pair < Pairs; pair++)
        {
            one[pair] = Measure.OneCursor(job.Ours, "Spikes", Seconds);
            rival[pair] = Measure.Passes(Seconds, job.Rival);
            two[pair] = Measure.TwoCursors(job.Ours, "Spikes", Seconds);
            clear[pair] = Measure.Passes(Seconds / 4, () => { buffer.AsSpan().Clear(); return 1; });
        }
        double Ratio(double[] ours, double[] theirs) => Measure.Median(ours.Zip(theirs, (mine, other) => mine / other));
        return FormattableString.Invariant(
            $"| {job.Name} | {Measure.Median(rival):N0} | {Measure.Median(one):N0} | {Ratio(one, rival):0}x | ")
            + FormattableString.Invariant(
                $"{Measure.Median(two):N0} | {Ratio(two, rival):0}x | {rowBytes:N0} | {Ratio(one, clear):P0} |");
    }

    /// <summary>What a row's vector holds, on average: values, and indices where it is sparse.</summary>
    private static long RowBytes(IDataView data) =>
        (long)data.GetColumn<VBuffer<float>>("Spikes").Take(100).Average(row =>
            row.GetValues().Length * (row.IsDense ? 4.0 : 8.0));
}
