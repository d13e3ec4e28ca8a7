using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Idx;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml info</c>: shows what is in a file.</summary>
internal static class InfoCommand
{
    public static Command Make()
    {
        Argument<string> file = new("file")
        {
            Description =
            "A spike file (.idv, .npz, .csv), a model (.zip, .mlnet), or IDX images."
        };
        Option<string?> column = new("--column")
        {
            HelpName = "NAME",
            Description = "The spike column to count in an .idv file; by default Spikes, or the only one."
        };
        Command info = new("info", "Show what is in a file: columns, rows and number of spikes.") { file.RefusingOptions(),
            column };
        info.SetAction((arguments, cancellation) =>
        {
            string path = FileFormats.Existing(arguments.GetValue(file)!);
            using WarningLog warnings = new();
            foreach (string line in Describe(warnings.Context, path, arguments.GetValue(column), cancellation))
                Console.WriteLine(line);
            return Task.FromResult(ExitCode.Done);
        });
        return info;
    }

    private static IEnumerable<string> Describe(MLContext context, string path, string? column,
        CancellationToken cancellation)
    {
        if (Path.GetExtension(path).ToLowerInvariant() is ".zip" or ".mlnet")
            return DescribeModel(context, path);
        if (FileFormats.FindSpikes(path) is { } format)
            return format.Describe(context, path).Concat(DescribeSpikes(format, context, path, column, cancellation));
        return FileFormats.OfInput(path) is IdxFormat
            ? DescribeImages(IdxFormat.Read(path))
            : throw ToolException.Usage(
                $"'{path}' is not a spike file (.idv, .npz, .csv), a model (.zip, .mlnet) or IDX images.");
    }

    private static IEnumerable<string> DescribeModel(MLContext context, string path)
    {
        (ITransformer model, DataViewSchema? schema) = ModelFile.Load(context, path);
        yield return $"model: {string.Join(", then ", (model as IEnumerable<ITransformer> ?? [model]).Select(NameOf))}";
        if (schema is null)
            yield break;
        yield return "input:";
        foreach (string line in SchemaDescription.Lines(schema))
            yield return line;
        yield return "output:";
        foreach (string line in SchemaDescription.Lines(model.GetOutputSchema(schema)))
            yield return line;
    }

    private static string NameOf(ITransformer step) => step is ISpikeTransformer spikes
        ? spikes.Codes[0].Entry.Name : step.GetType().Name;

    private static IEnumerable<string> DescribeImages(IdxImages images) =>
        [FormattableString.Invariant($"rows: {images.Count:N0} images of {images.Rows} x {images.Columns} pixels")];

    private static IEnumerable<string> DescribeSpikes(ISpikeFormat format, MLContext context, string path, string? column,
        CancellationToken cancellation)
    {
        using SpikeFile file = format.Open(context, path, column);
        long count = 0;
        foreach (SpikeTrain train in file.Trains())
        {
            cancellation.ThrowIfCancellationRequested();
            count += train.Count;
        }
        double slots = (double)file.Rows * Dimensions.Product(file.Dimensions.AsSpan());
        string from = file.FirstRow > 0 ? FormattableString.Invariant($", from row {file.FirstRow:N0} on") : "";
        yield return FormattableString.Invariant($"rows: {file.Rows:N0}{from}");
        string neurons = string.Join(", ", file.Dimensions.Skip(1)), end = file.IsOpenEnded ? ", as far as there are spikes" : "";
        yield return FormattableString.Invariant($"each: {file.Dimensions[0]:N0} steps x [{neurons}] neurons{end}");
        yield return FormattableString.Invariant(
            $"spikes: {count:N0}, {(slots > 0 ? 100 * count / slots : 0):F2} % of all steps and neurons");
    }
}
