using Microsoft.ML;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Jobs;

/// <summary>Encodes rows of an input, all or a shard, and writes them.</summary>
internal sealed record EncodeJob(InputRequest Input, OutputRequest Output, Shard? Shard)
{
    /// <param name="context">The context.</param>
    /// <param name="makeModel">Gives the model for all rows of the input.</param>
    /// <param name="cancellation">Ends the job early; then nothing is written.</param>
    public void Run(MLContext context, Func<InputData, ITransformer> makeModel, CancellationToken cancellation)
    {
        string path = Shard?.PathOf(Output.Path) ?? Output.Path;
        OutputRequest.CheckPlace(path, Output.Force || Output.Resume);
        InputData data = InputLoading.Load(context, Input, cancellation);
        ITransformer model = makeModel(data);
        if (Shard is not null && !model.IsRowToRowMapper)
            throw ToolException.Usage("The model's rows depend on the rows before them, as a stream's do: it cannot be cut into shards.");
        (long first, long count) = Shard?.Of(data.RowCount) ?? (0, data.RowCount);
        SpikeRows Rows(long rows) => Encoded(data, model, first, rows, cancellation);
        if (Output.Resume && File.Exists(path))
        {
            ResumeCheck.Require(context, path, Output, Rows(Math.Min(count, ResumeCheck.Rows)), count);
            ProgressDisplay.Say($"{path} is there already, and its rows are these: nothing to do.");
            return;
        }
        SpikeRows rows = Rows(count);
        ProgressDisplay.Run(Path.GetFileName(path), count, rows.View.Watch, () => Write(context, rows, path));
        Report(path, rows, data.RowCount);
    }

    private SpikeRows Encoded(InputData data, ITransformer model, long first, long count, CancellationToken cancellation)
    {
        IDataView source = count == data.RowCount ? data.Rows : new RowBlock(data.Rows, first, count);
        IDataView encoded = model.Transform(source);
        string spikes = SpikeColumnChoice.Of(encoded.Schema, "the encoded rows", Output.Column, "--output-column");
        string[] columns = [.. Output.Keep.Append(data.Label).Append(spikes).OfType<string>().Distinct()];
        if (columns.FirstOrDefault(name => encoded.Schema.GetColumnOrNull(name) is null) is string missing)
            throw ToolException.Usage($"There is no column '{missing}': the columns are {string.Join(", ", encoded.Schema.Where(column => !column.IsHidden).Select(column => column.Name))}.");
        return new SpikeRows(new WatchedView(encoded, columns, new RowWatch(first, cancellation)), spikes, data.Label, first, count);
    }

    private void Report(string path, SpikeRows rows, long all)
    {
        string which = rows.Count == 0 ? $"no rows of {all:N0}" : FormattableString.Invariant($"rows {rows.First:N0} to {rows.First + rows.Count - 1:N0} of {all:N0}");
        ProgressDisplay.Say($"{path}: {which}, each of {rows.Dimensions[0]:N0} steps x {rows.Neurons:N0} neurons; {new FileInfo(path).Length:N0} bytes");
        if (Output.Format.Advice(rows, Output) is string advice)
            ProgressDisplay.Say($"{advice}");
    }

    private void Write(MLContext context, SpikeRows rows, string path) =>
        FileReplacement.Write(path, stream => Output.Format.Write(context, rows, Output, stream));
}
