using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Help;
using SpikeML.Tool.Idx;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Recordings;
using SpikeML.Tool.Records;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml info</c>: shows what is in a file.</summary>
internal static class InfoCommand
{
    public static Command Make()
    {
        Argument<string> file = new("file")
        {
            Description = "A spike file (.idv, .npz, .npy, .parquet, .csv), NumPy's arrays, a Parquet file, a model "
                + "(.zip, .mlnet), IDX images, or an event recording; - reads standard input."
        };
        Option<string?> column = new("--column", "--array")
        {
            HelpName = "NAME",
            Description = "The spike column of an .idv file or the array of a .npz file to count; by default Spikes or spikes, "
                + "or the only one."
        };
        ToolCommand info = new("info", "Show what is in a file: columns, rows, number of spikes, and the job that wrote it.")
        {
            Examples = ["spikeml info spikes.npz"]
        };
        info.Add(file.RefusingOptions());
        info.Add("Spikes", column);
        info.SetAction((arguments, cancellation) =>
        {
            string path = FileFormats.Existing(StandardInput.Resolve(arguments.GetValue(file)!, cancellation));
            using WarningLog warnings = new();
            foreach (string line in Describe(warnings.Context, path, arguments.GetValue(column), cancellation))
                Console.WriteLine(ShownText.WithoutControls(line));
            return Task.FromResult(ExitCode.Done);
        });
        return info;
    }

    private static IEnumerable<string> Describe(MLContext context, string path, string? column,
        CancellationToken cancellation)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".zip" or ".mlnet")
            return DescribeModel(context, path);
        if (EventRecordings.Recognises(path))
            return RecordingDescription.Lines(path, cancellation);
        if (FileFormats.FindSpikes(path) is { } format)
            return DescribeSpikes(format, context, path, column, cancellation);
        return FileFormats.OfInput(path) is IdxFormat
            ? DescribeImages(IdxFormat.Read(path))
            : throw ToolException.BadInput(
                $"'{path}' is not a spike file (.idv, .npz, .npy, .csv), a model (.zip, .mlnet), IDX images or an event "
                    + "recording.");
    }

    private static IEnumerable<string> DescribeModel(MLContext context, string path)
    {
        (ITransformer model, DataViewSchema? schema) = ModelFile.Load(context, path);
        yield return $"model: {ModelFacts.NamesOf(model)}";
        if (schema is null)
            yield break;
        yield return "input:";
        foreach (string line in SchemaDescription.Lines(schema))
            yield return line;
        yield return "output:";
        foreach (string line in SchemaDescription.Lines(model.GetOutputSchema(schema)))
            yield return line;
    }

    private static IEnumerable<string> DescribeImages(IdxImages images) =>
        [FormattableString.Invariant($"rows: {images.Count:N0} images of {images.Rows} x {images.Columns} pixels")];

    private static IEnumerable<string> DescribeSpikes(ISpikeFormat format, MLContext context, string path, string? column,
        CancellationToken cancellation)
    {
        JobRecord? record = FileRecords.Check(path, format, cancellation);
        foreach (string line in format.Describe(context, path))
            yield return line;
        if (!format.HoldsSpikes(path, column))
            yield break;
        using SpikeFile file = format.Open(context, path, column);
        RowWatch watch = new(0, cancellation);
        long count = 0;
        ProgressDisplay.Run(StandardInput.NameOf(path), file.Rows, watch, () => count = Count(file, watch));
        double slots = (double)file.Rows * Dimensions.Product(file.Dimensions.AsSpan());
        string from = file.FirstRow > 0 ? FormattableString.Invariant($", from row {file.FirstRow:N0} on") : "";
        yield return FormattableString.Invariant($"rows: {file.Rows:N0}{from}");
        string neurons = string.Join(", ", file.Dimensions.Skip(1)), end = file.IsOpenEnded ? ", as far as there are spikes" : "";
        yield return FormattableString.Invariant($"each: {Counted.Of(file.Dimensions[0], "step")} x [{neurons}] neurons{end}");
        yield return FormattableString.Invariant(
            $"spikes: {count:N0}, {(slots > 0 ? 100 * count / slots : 0):F2} % of all steps and neurons");
        foreach (string line in DescribeRecord(record))
            yield return line;
    }

    private static bool IsOption(Fact fact) => fact.Name.StartsWith('-');

    private static long Count(SpikeFile file, RowWatch watch)
    {
        long count = 0;
        foreach (SpikeTrain train in file.Trains())
        {
            watch.Next();
            count += train.Count;
        }
        return count;
    }

    private static IEnumerable<string> DescribeRecord(JobRecord? record)
    {
        if (record is null)
            return ["job: unknown, the file has no record of it"];
        return [$"job: {record.RowsText}, written by SpikeML {record.Version}; the checksum is right",
            $"  options: {string.Join(' ', record.Facts.Where(IsOption).Select(fact => $"{fact.Name} {fact.Value}"))}",
            .. record.Facts.Where(fact => !IsOption(fact)).Select(fact => $"  {fact.Name}: {fact.Value}")];
    }
}
