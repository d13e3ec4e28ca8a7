using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML.Plot;

/// <summary>What the estimators share that draw spike columns: the checks of columns, and the schema that they promise.</summary>
/// <typeparam name="TTransformer">The transformer that fitting makes.</typeparam>
public abstract class SpikeImageEstimator<TTransformer> : IEstimator<TTransformer>
    where TTransformer : SpikeImageTransformer
{
    internal SpikeImageEstimator(IHostEnvironment environment, string name, InputOutputColumnPair[] columns, RasterImageOptions options)
    {
        Contracts.CheckValue(environment, nameof(environment));
        Host = environment.Register(name);
        Host.CheckNonEmpty(columns, nameof(columns));
        Options = options.Validated();
        ColumnPairs = InputOutputColumnPair.ConvertToValueTuples(columns);
        foreach (IGrouping<string, string> group in ColumnPairs.Select(pair => pair.outputColumnName).GroupBy(output => output))
            Host.CheckParam(!group.Skip(1).Any(), nameof(columns), $"The output column '{group.Key}' is named more than once.");
    }

    internal IHost Host { get; }

    internal RasterImageOptions Options { get; }

    internal (string outputColumnName, string inputColumnName)[] ColumnPairs { get; }

    /// <summary>Makes the transformer; the columns have been checked.</summary>
    internal abstract TTransformer Make();

    /// <summary>What the schema promises of an output column.</summary>
    internal abstract SchemaShape.Column OutputColumn(string name);

    /// <summary>Checks the columns and returns the transformer; no data is read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or of another type.</exception>
    public TTransformer Fit(IDataView input)
    {
        Host.CheckValue(input, nameof(input));
        GetOutputSchema(SchemaShape.Create(input.Schema));
        return Make();
    }

    /// <summary>The schema that the transformer gives for an input schema.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Host.CheckValue(inputSchema, nameof(inputSchema));
        Dictionary<string, SchemaShape.Column> columns = inputSchema.ToDictionary(column => column.Name);
        foreach ((string outputColumnName, string inputColumnName) in ColumnPairs)
        {
            if (!inputSchema.TryFindColumn(inputColumnName, out SchemaShape.Column input))
                throw Host.ExceptSchemaMismatch(nameof(inputSchema), "input", inputColumnName);
            SpikeInput.Check(Host, input);
            columns[outputColumnName] = OutputColumn(outputColumnName);
        }
        return new SchemaShape(columns.Values);
    }
}
