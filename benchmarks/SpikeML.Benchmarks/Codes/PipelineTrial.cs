using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Sets up a pipeline and its rivals, and compares what they give.</summary>
internal static class PipelineTrial
{
    /// <summary>
    /// Tensors that a batch makes are no larger, so that they stay near the processor: libtorch is then faster than with batches of
    /// the usual 128 rows.
    /// </summary>
    private const int BatchBytes = 10 << 20;

    private const int ComparedRows = 3;

    public static Trial Make(Subject subject, Setting setting, double target)
    {
        Pipeline pipeline = Pipeline.Make(setting.Code, setting.Rows);
        VBuffer<float>[] first = pipeline.First(Math.Min(32, setting.Rows.Rows.Length));
        // Rows that differ in length are those of events, which have three numbers for each spike.
        int length = pipeline.OutputLength > 0 ? pipeline.OutputLength : 3 * setting.Rows.Rows.Max(row => row.Length);
        int batchRows = BatchOf(setting, length);
        Tensor batch = subject.Batch(setting.Rows, batchRows);
        PlainReader loop = new(setting.Rows.Endless, length, subject.MakeLoop(setting.Code));
        Rivalry.Compare(subject, setting, first[..ComparedRows], batch, loop);
        return new Trial
        {
            Name = subject.Name,
            Target = target,
            Density = setting.Density,
            Setting = setting.Text,
            TorchGoal = subject.TorchGoal,
            Ours = pipeline.Readers,
            Loop = loop.Next,
            Torch = () =>
            {
                using DisposeScope scope = NewDisposeScope();
                subject.Torch(batch, setting.Code);
            },
            TorchRows = batchRows,
            Copy = RowCopy.Make(setting.Rows.Rows, first.Average(InputRows.BytesOf)),
            DistinctRows = setting.Rows.Rows.Length,
        };
    }

    private static int BatchOf(Setting setting, int outputLength)
    {
        long bytes = sizeof(float) * (long)Math.Max(outputLength, setting.Rows.Rows[0].Length);
        return (int)Math.Clamp(BatchBytes / bytes, 4, setting.Rows.Rows.Length);
    }
}
