using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML.Tests.Conformance;

/// <summary>
/// An estimator of two steps, the feature and whether it is above its slot's mean, with one flaw. Its form is that of a
/// hand-written ML.NET estimator, so that each flaw is one that such an estimator could have.
/// </summary>
public sealed class FlawedEstimator(MLContext context, InputOutputColumnPair[] columns, Flaw flaw) : IEstimator<ITransformer>
{
    public const int NumSteps = 2;

    private readonly IHost _host = ((IHostEnvironment)context).Register(nameof(FlawedEstimator));

    public ITransformer Fit(IDataView input)
    {
        GetOutputSchema(SchemaShape.Create(input.Schema));
        var pairs = InputOutputColumnPair.ConvertToValueTuples(columns);
        int seed = flaw == Flaw.DrawsAnewWhenLoaded ? _host.Rand.Next() : 0;
        return new FlawedTransformer(_host, pairs, [.. pairs.Select(pair => Means(input, pair.inputColumnName))], flaw, seed);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        var result = inputSchema.ToDictionary(column => column.Name);
        foreach (InputOutputColumnPair pair in columns)
        {
            bool found = inputSchema.TryFindColumn(pair.InputColumnName, out SchemaShape.Column input);
            if (flaw == Flaw.ThrowsWhateverComes && !found)
                throw new KeyNotFoundException(pair.InputColumnName);
            if (!found)
                throw _host.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.InputColumnName);
            bool fits = input.ItemType == NumberDataViewType.Single && input.Kind != SchemaShape.Column.VectorKind.VariableVector;
            if (!fits && flaw != Flaw.AcceptsAnyType)
                throw _host.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.InputColumnName, "numbers",
                    input.GetTypeString());
            DataViewType promised = flaw == Flaw.PromisesAnotherType ? NumberDataViewType.Double : NumberDataViewType.Single;
            result[pair.OutputColumnName] = new(pair.OutputColumnName, SchemaShape.Column.VectorKind.Vector, promised,
                isKey: false,
                flaw == Flaw.HasSlotNamesOfAnotherSize ? SlotNames : null);
        }
        if (columns.DistinctBy(pair => pair.OutputColumnName).Count() < columns.Length && flaw != Flaw.AddsTheSameColumnTwice)
            throw _host.ExceptParam(nameof(columns), "An output column is named twice.");
        return new SchemaShape(result.Values);
    }

    private static SchemaShape SlotNames =>
        new([new("SlotNames", SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, isKey: false)]);

    private float[] Means(IDataView data, string name)
    {
        if (data.Schema[name].Type.GetItemType() != NumberDataViewType.Single)
            return [];
        using IChannel channel = _host.Start("Learning");
        using DataViewRowCursor cursor = data.GetRowCursor([data.Schema[name]]);
        SlotValues values = new(cursor, data.Schema[name], flaw);
        float[] sums = new float[values.Count];
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            if (flaw != Flaw.CannotBeCancelled)
                _host.CheckAlive();
            ReadOnlySpan<float> row = values.Read();
            for (int slot = 0; slot < sums.Length; slot++)
                sums[slot] += row[slot];
        }
        if (flaw != Flaw.FitsInSilence)
            channel.Info($"Learned from {rows} rows.");
        return [.. sums.Select(sum => sum / Math.Max(1, rows))];
    }
}
