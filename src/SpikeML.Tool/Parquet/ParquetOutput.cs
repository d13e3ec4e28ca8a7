using Microsoft.ML.Data;
using SpikeML.Tool.Npz;
using SpikeML.Tool.Rows;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Parquet;

/// <summary>
/// Writes a table with a row for each row of the input: the label, and all spikes as a list of steps x neurons values or, sparse,
/// three lists with the <c>step</c>, <c>neuron</c> and <c>value</c> of each spike.
/// </summary>
internal static class ParquetOutput
{
    public const string Step = "step", Neuron = "neuron", Value = "value";

    public static void Write(SpikeRows rows, bool isSparse, Stream stream)
    {
        string[] names = isSparse ? [Step, Neuron, Value] : [rows.SpikeColumn];
        LabelValues? labels = LabelValues.Of(rows);
        if (labels is not null && names.Contains(rows.LabelColumn))
            throw ToolException.Usage($"The label '{rows.LabelColumn}' has the name of a column of spikes: rename it in "
                + "the input, or write another format.");
        List<ParquetColumnWriter> columns = labels is null ? []
            : [ParquetColumnWriter.Make(rows.LabelColumn!, labels.Take().ElementType, isList: false)];
        columns.AddRange(names.Select(name =>
            ParquetColumnWriter.Make(name, isSparse && name != Value ? typeof(int) : typeof(float), isList: true)));
        ParquetTableWriter table = new(stream, columns, rows.Dimensions);
        foreach ((RowPiece piece, ParquetColumn[] spikes) in rows.Pieces(piece =>
            isSparse ? Sparse(piece.Rows, rows.Neurons) : Dense(piece.Rows, rows.Slots)))
        {
            labels?.Add(piece);
            table.Add([.. labels is null ? [] : (ParquetColumn[])[Labels(labels)], .. spikes], piece.Count);
        }
        table.Finish();
    }

    private static ParquetColumn Labels(LabelValues labels) => labels.Take() switch
    {
        NpyArray<long> integers => new ParquetColumn<long>(integers.Values),
        NpyArray<double> numbers => new ParquetColumn<double>(numbers.Values),
        NpyArray<string> texts => new ParquetColumn<ReadOnlyMemory<char>>([.. texts.Values.Select(text => text.AsMemory())]),
        NpyArray other => throw new NotSupportedException($"Labels are never {other.ElementType.Name}."),
    };

    private static ParquetColumn[] Dense(ReadOnlySpan<VBuffer<float>> rows, int slots)
    {
        float[] values = new float[rows.Length * slots];
        for (int row = 0; row < rows.Length; row++)
            rows[row].CopyTo(values.AsSpan(row * slots, slots));
        int[] starts = [.. Enumerable.Range(0, rows.Length + 1).Select(row => row * slots)];
        return [new ParquetColumn<float>(values) { Starts = starts }];
    }

    private static ParquetColumn[] Sparse(ReadOnlySpan<VBuffer<float>> rows, int neurons)
    {
        List<int> steps = [], places = [], starts = [0];
        List<float> values = [];
        foreach (ref readonly VBuffer<float> row in rows)
        {
            foreach (KeyValuePair<int, float> spike in row.Items())
            {
                if (spike.Value == 0)
                    continue;
                (int step, int neuron) = Math.DivRem(spike.Key, neurons);
                steps.Add(step);
                places.Add(neuron);
                values.Add(spike.Value);
            }
            starts.Add(values.Count);
        }
        int[] ends = [.. starts];
        return [new ParquetColumn<int>([.. steps]) { Starts = ends }, new ParquetColumn<int>([.. places]) { Starts = ends },
            new ParquetColumn<float>([.. values]) { Starts = ends }];
    }
}
