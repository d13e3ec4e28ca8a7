using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Records;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;
using SpikeML.Tool.Shards;

namespace SpikeML.Tool.Jobs;

/// <summary>Encodes all rows of an input, or a shard of them, and writes them.</summary>
internal sealed record EncodeJob(InputRequest Input, OutputRequest Output, Shard? Shard)
{
    // A thread encodes about a megabyte of dense spikes at a time, but few enough rows to occupy all threads.
    private const long ValuesInPiece = 1 << 18, MostRowsInPiece = 256;

    /// <param name="context">The context.</param>
    /// <param name="makeModel">Creates the model for all rows of the input.</param>
    /// <param name="cancellation">Cancels the job; nothing is written then.</param>
    public void Run(MLContext context, Func<InputData, ITransformer> makeModel, CancellationToken cancellation)
    {
        string path = Shard?.PathOf(Output.Path) ?? Output.Path;
        if (!Output.IsStandardOutput)
            OutputRequest.CheckPlace(path, Output.Force || Output.Resume, Input.Files);
        InputData data = InputLoading.Load(context, Input, cancellation);
        ITransformer model = data.Source.Guard(() => makeModel(data));
        if (Shard is not null && !model.IsRowToRowMapper)
            throw ToolException.Usage(
                "The model encodes a stream, in which rows depend on earlier rows: it cannot be divided into shards.");
        (long first, long count) = Shard?.Of(data.RowCount) ?? (0, data.RowCount);
        SpikeRows rows = Encoded(data, model, first, count, cancellation);
        void Write(Stream stream) => data.Source.Guard(() => Output.Format.Write(context, rows, Output, stream));
        if (Output.IsStandardOutput)
        {
            ProgressDisplay.Run("standard output", count, rows.Mapped.Watch, () => StandardOutput.Write(Write));
            Report("standard output", rows, data.RowCount, "");
            return;
        }
        JobRecord record = RecordMaking.Of(context, Input, data, model, rows, Output, cancellation);
        if (Output.Resume && File.Exists(path))
        {
            ResumeCheck.Require(path, Output.Format, record, Write, cancellation);
            ProgressDisplay.Say($"{path} already exists with these rows: nothing to do.");
            return;
        }
        ProgressDisplay.Run(Path.GetFileName(path), count, rows.Mapped.Watch, () =>
            FileRecords.Write(path, Output.Format, record, Output.Force, Write));
        Report(path, rows, data.RowCount, FormattableString.Invariant($"; {OutputFile.LengthOf(path):N0} bytes"));
    }

    private SpikeRows Encoded(InputData data, ITransformer model, long first, long count, CancellationToken cancellation)
    {
        IDataView rows = count == data.RowCount ? data.Rows : new RowBlock(data.Rows, first, count);
        string spikes = "";
        InputRows source = new(rows, model, schema =>
        {
            spikes = SpikeColumnChoice.Of(schema, "the encoded rows", Output.Column, "--output-column");
            return Columns(schema, data.Label, spikes);
        });
        int slots = ((VectorDataViewType)source.Schema[spikes].Type).Size;
        int pieceLength = (int)Math.Clamp(ValuesInPiece / slots, 1, MostRowsInPiece);
        MappedRows mapped = new(source, first, pieceLength, new Workers(Output.Threads), data.Explain, cancellation);
        return new SpikeRows(mapped, spikes, data.Label, count);
    }

    private string[] Columns(DataViewSchema schema, string? label, string spikes)
    {
        string[] columns = [.. Output.Keep.Append(label).Append(spikes).OfType<string>()];
        return [.. columns.Select(name =>
            NamedColumn.Require(schema, name, name == label ? "--label" : "--keep", "the encoded rows")).Distinct()];
    }

    private void Report(string path, SpikeRows rows, long all, string size)
    {
        string which = rows.Count == 0 ? $"no rows of {all:N0}"
            : FormattableString.Invariant($"rows {rows.Mapped.First:N0} to {rows.Mapped.First + rows.Count - 1:N0} of {all:N0}");
        ProgressDisplay.Say(
            $"{path}: {which}, each of {Counted.Of(rows.Dimensions[0], "step")} x {Counted.Of(rows.Neurons, "neuron")}{size}");
        if (Output.Format.Advice(rows, Output) is string advice)
            ProgressDisplay.Say($"{advice}");
    }
}
