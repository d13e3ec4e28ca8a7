using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Encodes streams across rows: each row is one time step (<see cref="SpikeStreamEncoding"/>).</summary>
/// <remarks>Created by <c>mlContext.Transforms.Spikes.EncodeStream</c>, which describes how rows are read.</remarks>
public sealed class SpikeStreamEstimator : IEstimator<SpikeStreamTransformer>
{
    private readonly IHost _host;
    private readonly string _outputColumnName, _inputColumnName;
    private readonly SeriesCode _code;
    private readonly SpikeStreamOptions _options;
    private readonly CancellationToken _cancellationToken;

    internal SpikeStreamEstimator(IHostEnvironment environment, string outputColumnName, string inputColumnName, SeriesCode code,
        SpikeStreamOptions options, CancellationToken cancellationToken)
    {
        Contracts.CheckValue(environment, nameof(environment));
        _host = environment.Register(nameof(SpikeStreamEstimator));
        _host.CheckNonEmpty(outputColumnName, nameof(outputColumnName));
        (_outputColumnName, _inputColumnName) = (outputColumnName, inputColumnName);
        StreamCodes.Checked(code);
        (_code, _options, _cancellationToken) = (code, options.Validated(), cancellationToken);
    }

    /// <summary>Checks the columns; no data is read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type.</exception>
    public SpikeStreamTransformer Fit(IDataView input)
    {
        _host.CheckValue(input, nameof(input));
        SpikeStreamTransformer transformer = new(_host, _outputColumnName, _inputColumnName, _code, _options, state: null,
            _cancellationToken);
        transformer.GetOutputSchema(input.Schema);
        return transformer;
    }

    /// <summary>The output schema for an input schema; the spike column is a vector of Single.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        _host.CheckValue(inputSchema, nameof(inputSchema));
        InputKind.Features.Check(_host, ColumnSearch.Find(_host, inputSchema, "input", _inputColumnName));
        if (_options.PartitionColumnName is string partition)
            RowKeyReader.Check(_host, ColumnSearch.Find(_host, inputSchema, "partition", partition));
        if (_options.OrderColumnName is string order && ColumnSearch.Find(_host, inputSchema, "order", order) is var column
            && (column.Kind != SchemaShape.Column.VectorKind.Scalar || column.IsKey || !OrderReader.IsOrder(column.ItemType)))
            throw _host.ExceptSchemaMismatch(nameof(inputSchema), "order", order, OrderReader.Expected, column.GetTypeString());
        Dictionary<string, SchemaShape.Column> columns = inputSchema.ToDictionary(own => own.Name);
        SchemaShape notes = StreamColumns.Notes.Promise(inputSchema, ColumnSearch.Find(_host, inputSchema, "input",
            _inputColumnName));
        columns[_outputColumnName] = new(_outputColumnName, SchemaShape.Column.VectorKind.Vector, NumberDataViewType.Single,
            isKey: false, notes);
        return new SchemaShape(columns.Values);
    }

}
