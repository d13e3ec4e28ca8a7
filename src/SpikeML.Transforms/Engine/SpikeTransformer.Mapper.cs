using Microsoft.ML;

namespace SpikeML;

public sealed partial class SpikeTransformer<TCode>
{
    private sealed class Mapper : OneToOneMapperBase
    {
        private readonly SpikeTransformer<TCode> _parent;
        private readonly RowShape[] _shapes;
        private readonly DataViewSchema.Column? _rowKey, _initialValue;

        public Mapper(SpikeTransformer<TCode> parent, DataViewSchema inputSchema)
            : base(parent.Host.Register(nameof(Mapper)), parent, inputSchema)
        {
            _parent = parent;
            _shapes = [.. parent._codes.Select((code, pair) => RowShape.Of(Host, code, inputSchema[ColMapNewToOld[pair]]))];
            // What goes with the rows is the same for all columns.
            SpikeCode any = parent._codes[0];
            if (any.Draws?.RowKeyColumnName is string rowKey)
            {
                _rowKey = ColumnSearch.Find(Host, inputSchema, "row key", rowKey);
                RowKeyReader.Check(Host, _rowKey.Value);
            }
            if (any.InitialValueColumn is string initial)
            {
                _initialValue = ColumnSearch.Find(Host, inputSchema, "initial value", initial);
                foreach (RowShape shape in _shapes)
                    InitialValues.Check(Host, _initialValue.Value, shape);
            }
        }

        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore() =>
            [.. _parent.ColumnPairs.Select((pair, i) => new DataViewSchema.DetachedColumn(pair.outputColumnName,
                _parent._codes[i].OutputType(_shapes[i])))];

        protected override Func<int, bool> GetDependenciesCore(Func<int, bool> activeOutput)
        {
            Func<int, bool> inputs = base.GetDependenciesCore(activeOutput);
            bool othersNeeded = Enumerable.Range(0, _shapes.Length).Any(activeOutput);
            return column => inputs(column) || (othersNeeded && (column == _rowKey?.Index || column == _initialValue?.Index));
        }

        protected override Delegate MakeGetter(DataViewRow input, int iinfo, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            return _parent._codes[iinfo].MakeGetter(input, input.Schema[ColMapNewToOld[iinfo]], _shapes[iinfo]);
        }
    }
}
