using System.CommandLine;
using Microsoft.ML;
using SpikeML.Tool.Inputs;
using SpikeML.Tool.Jobs;
using SpikeML.Tool.Running;
using SpikeML.Tool.SpikeFiles;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml info</c>: what is in a file.</summary>
internal static class InfoCommand
{
    public static Command Make()
    {
        Argument<string> file = new("file") { Description = "A file of spikes (.idv, .npz, .csv), a model (.zip, .mlnet), or IDX images." };
        Option<string?> column = new("--column") { HelpName = "NAME", Description = "The column of spikes in an .idv file to count; Spikes by default, or the only one." };
        Command info = new("info", "Tell what is in a file: columns, rows, and how many spikes.") { file.RefusingOptions(), column };
        info.SetAction((arguments, cancellation) =>
        {
            string path = InputFormats.Existing(arguments.GetValue(file)!);
            foreach (string line in Describe(path, arguments.GetValue(column), cancellation))
                Console.WriteLine(line);
            return Task.FromResult(ExitCode.Done);
        });
        return info;
    }

    private static IEnumerable<string> Describe(string path, string? column, CancellationToken cancellation)
    {
        MLContext context = new();
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".zip" or ".mlnet" => DescribeModel(context, path),
            ".idv" => [.. DescribeColumns(BinaryInput.Open(context, path).Schema), .. DescribeSpikes(context, path, column, cancellation)],
            ".npz" => [.. DescribeArrays(path), .. DescribeSpikes(context, path, column, cancellation)],
            ".csv" => DescribeSpikes(context, path, column, cancellation),
            _ when InputFormats.Of(path) == InputFormat.Idx => DescribeImages(path),
            _ => throw ToolException.Usage($"'{path}' is neither spikes (.idv, .npz, .csv) nor a model (.zip, .mlnet) nor IDX images."),
        };
    }

    private static IEnumerable<string> DescribeModel(MLContext context, string path)
    {
        (ITransformer model, DataViewSchema? schema) = ModelFile.Load(context, path);
        yield return $"model: {string.Join(", then ", (model as IEnumerable<ITransformer> ?? [model]).Select(step => step.GetType().Name))}";
        if (schema is null)
            yield break;
        yield return "input:";
        foreach (string line in DescribeColumns(schema))
            yield return line;
        yield return "output:";
        foreach (string line in DescribeColumns(model.GetOutputSchema(schema)))
            yield return line;
    }

    private static IEnumerable<string> DescribeColumns(DataViewSchema schema) =>
        schema.Where(column => !column.IsHidden).Select(column => $"  {column.Name}: {column.Type}");

    private static IEnumerable<string> DescribeArrays(string path)
    {
        using NpzContent content = new(path);
        foreach (string name in content.Names)
        {
            (NpyHeader header, Stream values) = content.Read(name);
            values.Dispose();
            yield return $"  {name}: {header.Type} [{string.Join(", ", header.Shape)}]";
        }
    }

    private static IEnumerable<string> DescribeImages(string path)
    {
        using FileStream file = File.OpenRead(path);
        IdxImages images = IdxReader.ReadImages(file, path);
        return [FormattableString.Invariant($"rows: {images.Count:N0} images of {images.Rows} x {images.Columns} pixels")];
    }

    private static IEnumerable<string> DescribeSpikes(MLContext context, string path, string? column, CancellationToken cancellation)
    {
        using SpikeFile file = SpikeFile.Open(context, path, column);
        long spikes = 0;
        foreach (SpikeTrain train in file.Trains())
        {
            cancellation.ThrowIfCancellationRequested();
            spikes += train.Count;
        }
        double slots = file.Rows * file.Dimensions.Aggregate(1.0, (product, dimension) => product * dimension);
        string from = file is CsvSpikes { FirstRow: > 0 } table ? FormattableString.Invariant($", from row {table.FirstRow:N0} on") : "";
        yield return FormattableString.Invariant($"rows: {file.Rows:N0}{from}");
        yield return FormattableString.Invariant($"each: {file.Dimensions[0]:N0} steps x [{string.Join(", ", file.Dimensions.Skip(1))}] neurons{(file is CsvSpikes ? ", as far as there are spikes" : "")}");
        yield return FormattableString.Invariant($"spikes: {spikes:N0}, {(slots > 0 ? 100 * spikes / slots : 0):F2}% of all steps and neurons");
    }
}
