using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace SpikeML;

public abstract partial class SpikeTransformer
{
    /// <summary>Binds the transformer to a schema.</summary>
    protected sealed override IRowMapper MakeRowMapper(DataViewSchema schema) => new Mapper(this, schema);

    /// <summary>Checks the type of an input column.</summary>
    protected sealed override void CheckInputColumn(DataViewSchema inputSchema, int col, int srcCol) =>
        InputDimensions(col, inputSchema[srcCol]);

    private sealed class Mapper : OneToOneMapperBase
    {
        private readonly SpikeTransformer _parent;
        private readonly ImmutableArray<int>[] _inputDimensions;
        private readonly DataViewSchema.Column? _rowKey, _initialValue;

        public Mapper(SpikeTransformer parent, DataViewSchema inputSchema)
            : base(parent.Host.Register(nameof(Mapper)), parent, inputSchema)
        {
            _parent = parent;
            _inputDimensions = [.. Enumerable.Range(0, parent.ColumnPairs.Length)
                .Select(pair => parent.InputDimensions(pair, inputSchema[ColMapNewToOld[pair]]))];
            if (parent.RowKeyColumn is string name)
            {
                _rowKey = inputSchema.GetColumnOrNull(name) ?? throw Host.ExceptSchemaMismatch(nameof(inputSchema), "row key", name);
                RowKeyReader.Check(Host, _rowKey.Value);
            }
            if (parent.InitialValueColumn is string initial)
            {
                _initialValue = inputSchema.GetColumnOrNull(initial) ?? throw Host.ExceptSchemaMismatch(nameof(inputSchema), "initial value", initial);
                foreach (ImmutableArray<int> dimensions in _inputDimensions)
                    parent.CheckInitialValues(dimensions, _initialValue.Value);
            }
        }

        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore() =>
            [.. _parent.ColumnPairs.Select((pair, i) => new DataViewSchema.DetachedColumn(pair.outputColumnName, OutputType(i)))];

        protected override Func<int, bool> GetDependenciesCore(Func<int, bool> activeOutput)
        {
            Func<int, bool> features = base.GetDependenciesCore(activeOutput);
            bool othersNeeded = Enumerable.Range(0, _inputDimensions.Length).Any(activeOutput);
            return column => features(column) || (othersNeeded && (column == _rowKey?.Index || column == _initialValue?.Index));
        }

        protected override Delegate MakeGetter(DataViewRow input, int iinfo, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            DataViewSchema.Column column = input.Schema[ColMapNewToOld[iinfo]];
            FeatureReader features = _parent.MakeReader(input, column);
            Func<ulong>? rowKey = _rowKey is { } key ? RowKeyReader.Create(input, key) : null;
            ImmutableArray<int> dimensions = _inputDimensions[iinfo];
            SpikeTransformer parent = _parent;
            ValueGetter<VBuffer<float>> getter = (ref VBuffer<float> spikes) =>
            {
                try
                {
                    parent.EncodeRow(iinfo, dimensions, features.Read(), rowKey?.Invoke() ?? 0, ref spikes);
                }
                catch (InvalidFeatureException error)
                {
                    throw error.InColumn(column.Name);
                }
            };
            return getter;
        }

        private VectorDataViewType OutputType(int pair)
        {
            ImmutableArray<int> dimensions = _parent.OutputDimensions(pair, _inputDimensions[pair]);
            long slots = dimensions.Aggregate(1L, (product, dimension) => Math.Min(product * dimension, int.MaxValue));
            if (slots > Array.MaxLength)
                throw Host.ExceptSchemaMismatch(nameof(InputSchema), "input", _parent.ColumnPairs[pair].inputColumnName,
                    $"a spike train of at most {Array.MaxLength} values", $"[{string.Join(", ", dimensions)}]: lower NumSteps");
            return new VectorDataViewType(NumberDataViewType.Single, dimensions);
        }
    }
}
