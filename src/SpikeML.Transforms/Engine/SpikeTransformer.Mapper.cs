using Microsoft.ML;
using Microsoft.ML.Model.OnnxConverter;

namespace SpikeML;

public sealed partial class SpikeTransformer<TCode>
{
    private sealed class Mapper : OneToOneMapperBase, ISaveAsOnnx
    {
        private readonly SpikeTransformer<TCode> _parent;
        private readonly RowShape[] _shapes;
        // The columns that are read together with every input.
        private readonly HashSet<int> _others = [];

        public Mapper(SpikeTransformer<TCode> parent, DataViewSchema inputSchema)
            : base(parent.Host.Register(nameof(Mapper)), parent, inputSchema)
        {
            _parent = parent;
            _shapes = [.. parent._codes.Select((code, pair) => RowShape.Of(Host, code, inputSchema,
                inputSchema[ColMapNewToOld[pair]]))];
            // These columns are the same for all input columns.
            SpikeCode any = parent._codes[0];
            if (any.RowKeyColumn is string rowKey)
                RowKeyReader.Check(Host, FindOther("row key", rowKey));
            if (any.InitialValueColumn is string initial)
            {
                DataViewSchema.Column values = FindOther("initial value", initial);
                foreach (RowShape shape in _shapes)
                    InitialValues.Check(Host, values, shape);
            }
            foreach (string other in parent._codes.SelectMany(code => code.OtherInputs))
                FindOther("input", other);
            foreach (int pair in Enumerable.Range(0, _shapes.Length).Where(pair => parent._codes[pair].ReadsSpikes))
                CheckSpikes(parent._codes[pair], inputSchema[ColMapNewToOld[pair]]);
        }

        bool ICanSaveOnnx.CanSaveOnnx(OnnxContext ctx)
        {
            OnnxColumns.Check(OnnxColumnsToWrite);
            return true;
        }

        void ISaveAsOnnx.SaveAsOnnx(OnnxContext ctx) => OnnxColumns.Write(ctx, InputSchema, OnnxColumnsToWrite);

        private OnnxColumns.Column[] OnnxColumnsToWrite => [.. _parent.ColumnPairs.Select((pair, i) => new OnnxColumns.Column(
            pair.outputColumnName, InputSchema[ColMapNewToOld[i]], _parent._codes[i], _shapes[i]))];

        private void CheckSpikes(SpikeCode code, DataViewSchema.Column input)
        {
            foreach (DataViewSchema.Column column in code.OtherInputs.Select(name => InputSchema[name]).Prepend(input))
            {
                if (!code.TakesSingleSteps || SpikeColumn.TryMake(column) is not { HasSingleSteps: true })
                    SpikeColumnCheck.Bind(Host, _parent._log, InputSchema, column);
            }
        }

        private DataViewSchema.Column FindOther(string role, string name)
        {
            DataViewSchema.Column column = ColumnSearch.Find(Host, InputSchema, role, name);
            _others.Add(column.Index);
            return column;
        }

        protected override DataViewSchema.DetachedColumn[] GetOutputColumnsCore() =>
            [.. _parent.ColumnPairs.Select((pair, i) => new DataViewSchema.DetachedColumn(pair.outputColumnName,
                _parent._codes[i].OutputType(_shapes[i]),
                _parent._codes[i].Notes.Make(InputSchema, InputSchema[ColMapNewToOld[i]], _shapes[i].OutputDimensions)))];

        protected override Func<int, bool> GetDependenciesCore(Func<int, bool> activeOutput)
        {
            Func<int, bool> inputs = base.GetDependenciesCore(activeOutput);
            bool othersNeeded = Enumerable.Range(0, _shapes.Length).Any(activeOutput);
            return column => inputs(column) || (othersNeeded && _others.Contains(column));
        }

        /// <summary>Creates the getters, and lets each column's watch report when the cursor ends.</summary>
        public override Delegate[] CreateGetters(DataViewRow input, Func<int, bool> activeOutput, out Action? disposer)
        {
            // Not MakeGetter: ML.NET calls the disposer of every column or of none, and columns that are not read have none.
            Delegate[] getters = base.CreateGetters(input, activeOutput, out disposer);
            foreach (int pair in Enumerable.Range(0, _shapes.Length).Where(activeOutput))
                disposer += _parent._watches[pair].Conclude;
            return getters;
        }

        protected override Delegate MakeGetter(DataViewRow input, int iinfo, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            return _parent._codes[iinfo].MakeGetter(
                input, input.Schema[ColMapNewToOld[iinfo]], _shapes[iinfo], _parent._watches[iinfo]);
        }
    }
}
