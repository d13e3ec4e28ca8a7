using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>Adds the columns of a code, row by row. Created by fitting a <see cref="SpikeEstimator{TCode}"/>.</summary>
/// <remarks>
/// A row's result depends only on that row and on what is saved with the model. Transformers hold no other state and are safe to
/// use from any number of threads.
/// </remarks>
/// <typeparam name="TCode">The code.</typeparam>
public sealed partial class SpikeTransformer<TCode> : OneToOneTransformerBase, ITransformer, ISpikeTransformer
    where TCode : SpikeCode
{
    private readonly ImmutableArray<TCode> _codes;
    private readonly OnceLog _log;
    private readonly ImmutableArray<FirstRowsWatch> _watches;

    internal SpikeTransformer(IHost host, (string outputColumnName, string inputColumnName)[] columns,
        ImmutableArray<TCode> codes)
        : base(host, columns)
    {
        _codes = codes;
        _log = new OnceLog(host);
        _watches = [.. columns.Zip(codes, (pair, code) => new FirstRowsWatch(_log, code, pair.inputColumnName))];
    }

    /// <summary>The same transformer with different codes, which does not repeat warnings that the first one gave.</summary>
    private SpikeTransformer(SpikeTransformer<TCode> first, ImmutableArray<TCode> codes)
        : base(first.Host, first.ColumnPairs) => (_codes, _log, _watches) = (codes, first._log, first._watches);

    /// <summary>
    /// The code of each column, with everything that was fitted. <c>Decode</c> takes it, and other columns can be encoded with
    /// it.
    /// </summary>
    public IReadOnlyList<TCode> Codes => _codes;

    /// <summary>The input and output columns.</summary>
    public IReadOnlyList<InputOutputColumnPair> Columns =>
        [.. ColumnPairs.Select(pair => new InputOutputColumnPair(pair.outputColumnName, pair.inputColumnName))];

    IReadOnlyList<SpikeCode> ISpikeTransformer.Codes => _codes;

    /// <summary>Adds the columns to a view. This is lazy: nothing is encoded until rows are read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An input column is missing or has another type.</exception>
    public new IDataView Transform(IDataView input) => new SpikeDataView(MakeDataTransform(input), this);

    IDataView ITransformer.Transform(IDataView input) => Transform(input);

    IRowMapper ISpikeTransformer.MapRows(DataViewSchema schema) => MakeRowMapper(schema);

    ISpikeTransformer ISpikeTransformer.With(Func<SpikeCode, SpikeCode> change) =>
        new SpikeTransformer<TCode>(this, [.. _codes.Select(code => (TCode)change(code))]);

    /// <summary>Saves the transformer to an ML.NET model file.</summary>
    protected override void SaveModel(ModelSaveContext ctx)
    {
        Host.CheckValue(ctx, nameof(ctx));
        SpikeModels.Save(ctx, _codes[0].Entry, ColumnPairs, _codes);
    }

    /// <summary>Checks the type of an input column.</summary>
    protected override void CheckInputColumn(DataViewSchema inputSchema, int col, int srcCol) =>
        RowShape.Of(Host, _codes[col], inputSchema, inputSchema[srcCol]);

    /// <summary>Binds the transformer to a schema.</summary>
    protected override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);
}
