using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>
/// Encodes, scales, reads out or decodes columns with a code. The methods of <see cref="SpikeCatalog"/> create it.
/// </summary>
/// <remarks>
/// Options that are null are fitted for each column. The documentation of each method lists the accepted input columns and the
/// output columns.
/// </remarks>
/// <typeparam name="TCode">The code.</typeparam>
public sealed class SpikeEstimator<TCode> : IEstimator<SpikeTransformer<TCode>>
    where TCode : SpikeCode
{
    private readonly IHost _host;
    private readonly (string outputColumnName, string inputColumnName)[] _columnPairs;
    private readonly CancellationToken _cancellationToken;

    internal SpikeEstimator(IHostEnvironment environment, InputOutputColumnPair[] columns, TCode code,
        CancellationToken cancellationToken)
    {
        Contracts.CheckValue(environment, nameof(environment));
        _host = environment.Register(nameof(SpikeEstimator<>));
        _host.CheckValue(code, nameof(code));
        _host.CheckNonEmpty(columns, nameof(columns));
        _columnPairs = InputOutputColumnPair.ConvertToValueTuples(columns);
        foreach (IGrouping<string, string> group in _columnPairs.Select(pair => pair.outputColumnName).GroupBy(name => name))
            _host.CheckParam(!group.Skip(1).Any(), nameof(columns), $"The output column '{group.Key}' is named more than once.");
        code.Validate();
        Code = code is { IsDrawn: true, Draws: { } draws } ? (TCode)code.WithDraws(draws.Seeded(_host.Rand)) : code;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The code as it was given; if it draws at random, with the seed of the draws.</summary>
    public TCode Code { get; }

    /// <summary>Fits the code's options that are null, if any, for each column, and returns the transformer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An input column is missing, or has a type or dimensions that cannot be encoded.
    /// </exception>
    /// <exception cref="InvalidFeatureException">The data is read, and a value cannot be encoded.</exception>
    /// <exception cref="OperationCanceledException">Fitting was cancelled.</exception>
    public SpikeTransformer<TCode> Fit(IDataView input)
    {
        _host.CheckValue(input, nameof(input));
        GetOutputSchema(SchemaShape.Create(input.Schema));
        if (Code.ReadsSpikes)
            SpikeColumnCheck.RefuseConcatenated(_host, input, _columnPairs.Select(pair => pair.inputColumnName)
                .Concat(Code.OtherInputs));
        SpikeCode[] codes = Learn(input);
        // Dimensions that cannot be encoded are already known. Binding would also warn, which must wait until rows are read.
        for (int i = 0; i < codes.Length; i++)
            RowShape.Of(_host, codes[i], input.Schema, input.Schema[_columnPairs[i].inputColumnName]);
        return new(_host, _columnPairs, [.. codes.Cast<TCode>()]);
    }

    private SpikeCode[] Learn(IDataView input) =>
        CodeLearning.Learn(_host, input, [.. _columnPairs.Select(pair => pair.inputColumnName)], Code, _cancellationToken);

    /// <summary>The output schema for an input schema.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or has another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        _host.CheckValue(inputSchema, nameof(inputSchema));
        if (Code.RowKeyColumn is string rowKey)
            RowKeyReader.Check(_host, ColumnSearch.Find(_host, inputSchema, "row key", rowKey));
        if (Code.InitialValueColumn is string initial)
            InputKind.Features.Check(_host, ColumnSearch.Find(_host, inputSchema, "initial value", initial), "initial value");
        foreach (string other in Code.OtherInputs)
            Code.Input.Check(_host, ColumnSearch.Find(_host, inputSchema, "input", other));
        Dictionary<string, SchemaShape.Column> columns = inputSchema.ToDictionary(column => column.Name);
        foreach ((string outputColumnName, string inputColumnName) in _columnPairs)
        {
            Code.Input.Check(_host, ColumnSearch.Find(_host, inputSchema, "input", inputColumnName));
            columns[outputColumnName] = Promise(inputSchema, outputColumnName, inputColumnName);
        }
        return new SchemaShape(columns.Values);
    }

    private SchemaShape.Column Promise(SchemaShape inputSchema, string outputColumnName, string inputColumnName)
    {
        SchemaShape.Column input = ColumnSearch.Find(_host, inputSchema, "input", inputColumnName);
        SchemaShape.Column output = Code.Promise(outputColumnName, input);
        return new(output.Name, output.Kind, output.ItemType, output.IsKey, Code.Notes.Promise(inputSchema, input));
    }
}
