using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tool.Rows;

/// <summary>Rows and the model that maps each of them by itself; or rows that a model has mapped already.</summary>
internal sealed class InputRows
{
    private readonly IDataView _rows;
    private readonly IRowToRowMapper? _mapper;
    private readonly DataViewSchema.Column[] _needed;

    /// <param name="rows">The rows before they are mapped.</param>
    /// <param name="model">The model.</param>
    /// <param name="columns">The columns of the outcome that are wanted.</param>
    public InputRows(IDataView rows, ITransformer model, Func<DataViewSchema, IEnumerable<string>> columns)
    {
        _mapper = model.IsRowToRowMapper ? model.GetRowToRowMapper(rows.Schema) : null;
        // Where rows depend on those before them, as in streams, only a cursor over all of them gives the outcome.
        _rows = _mapper is null ? model.Transform(rows) : rows;
        DataViewSchema mapped = _mapper?.OutputSchema ?? _rows.Schema;
        Columns = [.. columns(mapped).Select(name => mapped[name])];
        _needed = _mapper is null ? Columns : [.. _mapper.GetDependencies(Columns)];
        DataViewSchema.Builder schema = new();
        foreach (DataViewSchema.Column column in Columns)
            schema.AddColumn(column.Name, column.Type, column.Annotations);
        Schema = schema.ToSchema();
    }

    /// <summary>The wanted columns, alone.</summary>
    public DataViewSchema Schema { get; }

    private DataViewSchema.Column[] Columns { get; }

    public DataViewRowCursor OpenCursor() => _rows.GetRowCursor(_needed);

    /// <summary>Room for rows as the cursor gives them.</summary>
    public KeptRows MakeInput(int capacity) => new(_rows.Schema, _needed, capacity);

    /// <summary>Room for rows of the wanted columns.</summary>
    public KeptRows MakeOutput(int capacity) => new(Schema, Schema, capacity);

    /// <summary>The outcome of the row that is read now.</summary>
    public DataViewRow Map(DataViewRow row) => _mapper?.GetRow(row, Columns) ?? row;
}
