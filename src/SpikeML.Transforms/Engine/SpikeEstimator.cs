using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Encodes, scales, reads out or decodes columns by a code: what the verbs of <see cref="SpikeCatalog"/> give.</summary>
/// <remarks>
/// What the code needs to learn from data, it learns for each column. The verb's documentation says which columns it takes and
/// gives.
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

    /// <summary>The code as it was given; where it draws at random, with the seed that the draws come from.</summary>
    public TCode Code { get; }

    /// <summary>Learns for each column what the code leaves open, if anything, and returns the transformer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An input column is missing, of another type, or of dimensions that cannot be encoded.
    /// </exception>
    /// <exception cref="InvalidFeatureException">A value cannot be encoded, where the data is read.</exception>
    /// <exception cref="OperationCanceledException">Learning was cancelled.</exception>
    public SpikeTransformer<TCode> Fit(IDataView input)
    {
        _host.CheckValue(input, nameof(input));
        GetOutputSchema(SchemaShape.Create(input.Schema));
        if (Code.ReadsSpikes)
            SpikeColumnCheck.RefuseConcatenated(_host, input, _columnPairs.Select(pair => pair.inputColumnName)
                .Concat(Code.OtherInputs));
        SpikeCode[] codes = Learn(input);
        // Dimensions that cannot be encoded are known now; binding would also warn, which is for the rows that are read.
        for (int i = 0; i < codes.Length; i++)
            RowShape.Of(_host, codes[i], input.Schema, input.Schema[_columnPairs[i].inputColumnName]);
        return new(_host, _columnPairs, [.. codes.Cast<TCode>()]);
    }

    private SpikeCode[] Learn(IDataView input) =>
        CodeLearning.Learn(_host, input, [.. _columnPairs.Select(pair => pair.inputColumnName)], Code, _cancellationToken);

    /// <summary>The schema that the transformer gives for an input schema.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or of another type.</exception>
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
