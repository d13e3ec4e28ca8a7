using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>Rows and the model that maps them one by one, or rows that a model has already mapped.</summary>
internal sealed class InputRows
{
    private readonly IDataView _rows;
    private readonly IRowToRowMapper? _mapper;
    private readonly DataViewSchema.Column[] _needed;

    /// <param name="rows">The rows before mapping.</param>
    /// <param name="model">The model.</param>
    /// <param name="columns">The output columns that are needed.</param>
    public InputRows(IDataView rows, ITransformer model, Func<DataViewSchema, IEnumerable<string>> columns)
    {
        _mapper = model.IsRowToRowMapper ? model.GetRowToRowMapper(rows.Schema) : null;
        // If rows depend on earlier rows, as in streams, only a cursor over all rows gives the result.
        _rows = _mapper is null ? model.Transform(rows) : rows;
        DataViewSchema mapped = _mapper?.OutputSchema ?? _rows.Schema;
        Columns = [.. columns(mapped).Select(name => mapped[name])];
        _needed = _mapper is null ? Columns : [.. _mapper.GetDependencies(Columns)];
        DataViewSchema.Builder schema = new();
        foreach (DataViewSchema.Column column in Columns)
            schema.AddColumn(column.Name, column.Type, column.Annotations);
        Schema = schema.ToSchema();
    }

    /// <summary>Only the needed columns.</summary>
    public DataViewSchema Schema { get; }

    private DataViewSchema.Column[] Columns { get; }

    public DataViewRowCursor OpenCursor() => _rows.GetRowCursor(_needed);

    /// <summary>Creates room for rows as read from the cursor.</summary>
    public KeptRows MakeInput(int capacity) => new(_rows.Schema, _needed, capacity);

    /// <summary>Creates room for rows of the needed columns.</summary>
    public KeptRows MakeOutput(int capacity) => new(Schema, Schema, capacity);

    /// <summary>The result for the current row.</summary>
    public DataViewRow Map(DataViewRow row) => _mapper?.GetRow(row, Columns) ?? row;
}
