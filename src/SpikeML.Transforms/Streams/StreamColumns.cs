using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>The columns that a stream encoder reads from a schema, and the column that it adds.</summary>
internal sealed record StreamColumns(DataViewSchema.Column Input, DataViewSchema.Column? Partition, DataViewSchema.Column? Order,
    DataViewSchema Schema, bool KeepsDigits)
{
    /// <summary>Each row is one step, in which every slot of the input is a neuron.</summary>
    public static ColumnNotes Notes { get; } =
        ColumnNotes.Spikes with { SlotNames = ColumnNames.OfSlots, NeuronNames = ColumnNames.OfSlots };

    public static StreamColumns Bind(IExceptionContext host, DataViewSchema schema, string outputColumnName,
        string inputColumnName, SeriesCode code, SpikeStreamOptions options)
    {
        DataViewSchema.Column input = ColumnSearch.Find(host, schema, "input", inputColumnName);
        ImmutableArray<int> dimensions = InputKind.Features.Dimensions(host, input);
        DataViewSchema.Column? partition = options.PartitionColumnName is string name
            ? ColumnSearch.Find(host, schema, "partition", name) : null;
        if (partition is { } key)
            RowKeyReader.Check(host, key);
        DataViewSchema.Column? order = options.OrderColumnName is string time
            ? ColumnSearch.Find(host, schema, "order", time) : null;
        if (order is { } column && !OrderReader.IsOrder(column.Type))
            throw host.ExceptSchemaMismatch(nameof(schema), "order", column.Name, OrderReader.Expected, column.Type.ToString());
        int slots = input.Type.GetValueCount();
        DataViewSchema.Builder builder = new();
        builder.AddColumns(schema);
        builder.AddColumn(outputColumnName, new VectorDataViewType(NumberDataViewType.Single, dimensions.IsEmpty
            ? [1] : dimensions), Notes.Make(schema, input, steps: 1,
                slots, slots));
        return new(input, partition, order, builder.ToSchema(), code.KeepsDigits);
    }

    public IEnumerable<DataViewSchema.Column> Needed => new[] { Input, Partition, Order }.Where(column => column is not null)
        .Select(column => column!.Value);

    public int Slots => Input.Type.GetValueCount();

}
