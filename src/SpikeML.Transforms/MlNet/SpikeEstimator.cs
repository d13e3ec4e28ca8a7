using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What the estimators of all spike encoders share: the checks of columns, and the schema that they promise.</summary>
/// <typeparam name="TTransformer">The transformer that fitting makes.</typeparam>
public abstract class SpikeEstimator<TTransformer> : IEstimator<TTransformer>
    where TTransformer : SpikeTransformer
{
    internal SpikeEstimator(IHostEnvironment environment, string name, InputOutputColumnPair[] columns)
    {
        Contracts.CheckValue(environment, nameof(environment));
        Host = environment.Register(name);
        Host.CheckNonEmpty(columns, nameof(columns));
        ColumnPairs = InputOutputColumnPair.ConvertToValueTuples(columns);
        foreach (IGrouping<string, string> group in ColumnPairs.Select(pair => pair.outputColumnName).GroupBy(name => name))
            Host.CheckParam(!group.Skip(1).Any(), nameof(columns), $"The output column '{group.Key}' is named more than once.");
    }

    internal IHost Host { get; }

    internal (string outputColumnName, string inputColumnName)[] ColumnPairs { get; }

    /// <summary>Whether a scalar can be encoded, or the input must be a series whose first dimension is time.</summary>
    internal virtual bool ScalarAllowed => true;

    /// <summary>A column whose value is mixed into the row's seed, or null.</summary>
    internal virtual string? RowKeyColumn => null;

    /// <summary>A column that decoded series start at, or null.</summary>
    internal virtual string? InitialValueColumn => null;

    /// <summary>Checks an input column whose dimensions are not known yet.</summary>
    internal virtual void CheckInput(SchemaShape.Column column) => InputColumn.Check(Host, column, ScalarAllowed);

    /// <summary>Whether the output column is a vector of known size, as all columns of spikes are.</summary>
    internal virtual SchemaShape.Column.VectorKind OutputKind => SchemaShape.Column.VectorKind.Vector;

    /// <summary>Makes the transformer; the columns have been checked.</summary>
    internal abstract TTransformer FitChecked(IDataView input);

    /// <summary>Learns what the encoder takes from the data, if anything, and returns the transformer.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or of another type.</exception>
    public TTransformer Fit(IDataView input)
    {
        Host.CheckValue(input, nameof(input));
        GetOutputSchema(SchemaShape.Create(input.Schema));
        return FitChecked(input);
    }

    /// <summary>The schema that the transformer gives for an input schema: the spike columns are vectors of Single.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or of another type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Host.CheckValue(inputSchema, nameof(inputSchema));
        if (RowKeyColumn is string rowKey)
            RowKeyReader.Check(Host, Find(inputSchema, "row key", rowKey));
        if (InitialValueColumn is string initial)
            InputColumn.Check(Host, Find(inputSchema, "initial value", initial), scalarAllowed: true, "initial value");
        Dictionary<string, SchemaShape.Column> columns = inputSchema.ToDictionary(column => column.Name);
        foreach ((string outputColumnName, string inputColumnName) in ColumnPairs)
        {
            CheckInput(Find(inputSchema, "input", inputColumnName));
            columns[outputColumnName] = new SchemaShape.Column(
                outputColumnName, OutputKind, NumberDataViewType.Single, isKey: false);
        }
        return new SchemaShape(columns.Values);
    }

    private SchemaShape.Column Find(SchemaShape schema, string role, string name) =>
        schema.TryFindColumn(name, out SchemaShape.Column column) ? column : throw Host.ExceptSchemaMismatch(nameof(schema), role, name);
}
