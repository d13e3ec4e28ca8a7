using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>Sets up a pipeline and its rivals, and compares what they give.</summary>
internal static class PipelineTrial
{
    /// <summary>
    /// Tensors that a batch makes are no larger, so that they stay near the processor: libtorch is then faster than with batches
    /// of the usual 128 rows.
    /// </summary>
    private const int BatchBytes = 10 << 20;

    private const int ComparedRows = 3;

    public static Trial Make(Subject subject, Setting setting, double target, NumPyProcess? numPy)
    {
        Pipeline pipeline = Pipeline.Make(setting.Code, setting.Rows);
        VBuffer<float>[] first = pipeline.First(Math.Min(32, setting.Rows.Rows.Length));
        // Rows that differ in length are those of events, which have three numbers for each spike.
        int length = pipeline.OutputLength > 0 ? pipeline.OutputLength : 3 * setting.Rows.Rows.Max(row => row.Length);
        int batchRows = BatchOf(setting, length);
        Tensor batch = subject.Batch(setting.Rows, batchRows);
        PlainReader loop = new(setting.Rows.Endless, length, subject.MakeLoop(setting.Code));
        bool hasNumPy = LoadNumPy(subject, setting, first[..ComparedRows], batch, numPy);
        using (Tensor result = subject.Torch(batch, setting.Code))
            Rivalry.Compare(subject, setting, first[..ComparedRows], result, "torch");
        Rivalry.Compare(subject, setting, first[..ComparedRows], loop);
        return new Trial
        {
            Name = subject.Name,
            Target = target,
            Density = setting.Density,
            Setting = setting.Text,
            VectorGoal = subject.VectorGoal,
            Ours = pipeline.Readers,
            Loop = loop.Next,
            Torch = () =>
            {
                using DisposeScope scope = NewDisposeScope();
                subject.Torch(batch, setting.Code);
            },
            BatchRows = batchRows,
            NumPy = hasNumPy ? numPy!.Speed : null,
            Copy = RowCopy.Make(setting.Rows.Rows, first.Average(InputRows.BytesOf)),
            Mapper = MapperAlone.Make(setting.Rows, first),
            Arithmetic = ArithmeticAlone.Make(pipeline.Code, setting.Rows),
            DistinctRows = setting.Rows.Rows.Length,
        };
    }

    /// <summary>
    /// Hands the rows to NumPy and compares what it makes of them; false where there is no NumPy, or no formula.
    /// </summary>
    private static bool LoadNumPy(Subject subject, Setting setting, VBuffer<float>[] ours, Tensor batch, NumPyProcess? numPy)
    {
        using Tensor? result = numPy?.Load(subject.Name, setting.Code, batch);
        if (result is not null)
            Rivalry.Compare(subject, setting, ours, result, "NumPy");
        return result is not null;
    }

    private static int BatchOf(Setting setting, int outputLength)
    {
        long bytes = sizeof(float) * (long)Math.Max(outputLength, setting.Rows.Rows[0].Length);
        return (int)Math.Clamp(BatchBytes / bytes, ComparedRows, setting.Rows.Rows.Length);
    }
}
