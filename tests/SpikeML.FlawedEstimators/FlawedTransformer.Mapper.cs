using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using Microsoft.ML.Runtime;

namespace SpikeML.Tests.Conformance;

public sealed partial class FlawedTransformer
{
    private sealed class Mapper : IRowMapper, ISaveAsOnnx
    {
        private readonly FlawedTransformer _parent;
        private readonly DataViewSchema _schema;
        private readonly DataViewSchema.Column[] _inputs;
        private float[] _kept = [];

        public Mapper(FlawedTransformer parent, DataViewSchema schema)
        {
            _parent = parent;
            _schema = schema;
            _inputs = [.. parent._pairs.Select(pair => schema.GetColumnOrNull(pair.Input)
                ?? throw parent.Host.ExceptSchemaMismatch(nameof(schema), "input", pair.Input))];
            for (int i = 0; i < _inputs.Length; i++)
                Check(_inputs[i], parent._means[i].Length);
        }

        public DataViewSchema.DetachedColumn[] GetOutputColumns() =>
            [.. _parent._pairs.Select((pair, i) => new DataViewSchema.DetachedColumn(pair.Output, Type(_inputs[i]),
                Annotations()))];

        public Func<int, bool> GetDependencies(Func<int, bool> activeOutput)
        {
            bool[] needed = new bool[_schema.Count];
            for (int i = 0; i < _inputs.Length; i++)
                needed[_inputs[i].Index] |= activeOutput(i);
            return column => needed[column] || (_parent._flaw == Flaw.ReadsAllColumns
                && Enumerable.Range(0, _inputs.Length).Any(activeOutput));
        }

        public Delegate?[] CreateGetters(DataViewRow input, Func<int, bool> activeOutput, out Action? disposer)
        {
            disposer = null;
            return [.. _inputs.Select((column, i) => activeOutput(i) ? Getter(input, column, _parent._means[i]) : null)];
        }

        public ITransformer GetTransformer() => _parent;

        void ICanSaveModel.Save(ModelSaveContext ctx) => _parent.SaveModel(ctx);

        bool ICanSaveOnnx.CanSaveOnnx(OnnxContext ctx) => _parent._flaw == Flaw.IsLeftOutOfOnnxModels
            ? false
            : throw new NotSupportedException($"'{_parent._pairs[0].Output}' cannot be converted: use mlContext.Data.Cache.");

        void ISaveAsOnnx.SaveAsOnnx(OnnxContext ctx) => throw new NotSupportedException();

        private void Check(DataViewSchema.Column column, int learned)
        {
            bool fits = column.Type.GetItemType() == NumberDataViewType.Single && column.Type.GetValueCount() > 0;
            if (!fits && _parent._flaw != Flaw.AcceptsAnyType)
                throw _parent.Host.ExceptSchemaMismatch(nameof(column), "input", column.Name, "numbers", column.Type.ToString());
            if (column.Type.GetValueCount() != learned && _parent._flaw != Flaw.AcceptsFewerSlotsThanItLearned)
                throw _parent.Host.ExceptSchemaMismatch(nameof(column), "input", column.Name, $"{learned} slots",
                    column.Type.ToString());
            if (learned > MostSlots && _parent._flaw != Flaw.TransformsWhatItShouldRefuse)
                throw _parent.Host.ExceptSchemaMismatch(nameof(column), "input", column.Name, $"at most {MostSlots} slots",
                    column.Type.ToString());
            if (_parent._flaw == Flaw.AllocatesForEverySlotOfASchema)
                GC.KeepAlive(new string[learned]);
        }

        private VectorDataViewType Type(DataViewSchema.Column column)
        {
            bool flat = _parent._flaw == Flaw.DeliversATypeWithoutDimensions
                || (_parent._flaw == Flaw.ForgetsDimensionsWhenLoaded && _parent._loaded);
            int[] dimensions = [FlawedEstimator.NumSteps, .. (column.Type as VectorDataViewType)?.Dimensions ?? []];
            return flat
                ? new VectorDataViewType(NumberDataViewType.Single,
                    dimensions.Aggregate((product, dimension) => product * dimension))
                : new VectorDataViewType(NumberDataViewType.Single, dimensions);
        }

        private DataViewSchema.Annotations? Annotations()
        {
            if (_parent._flaw != Flaw.HasSlotNamesOfAnotherSize)
                return null;
            DataViewSchema.Annotations.Builder builder = new();
            builder.AddSlotNames(3, (ref VBuffer<ReadOnlyMemory<char>> names) => names = new(3, [default, default, default]));
            return builder.ToAnnotations();
        }

        private ValueGetter<VBuffer<float>> Getter(DataViewRow input, DataViewSchema.Column column, float[] means)
        {
            SlotValues features = new(input, column, _parent._flaw);
            bool noteIsActive = _schema.GetColumnOrNull("Note") is { } note && input.IsColumnActive(note);
            VBuffer<float> own = default;
            int asked = 0;
            return (ref VBuffer<float> spikes) =>
            {
                ReadOnlySpan<float> values = features.Read();
                bool shares = _parent._flaw == Flaw.SharesABufferBetweenCursors;
                VBufferEditor<float> editor = VBufferEditor.Create(ref spikes, FlawedEstimator.NumSteps * values.Length);
                Span<float> target = shares ? _parent._shared.AsSpan(0, editor.Values.Length) : editor.Values;
                Encode(values, means, target);
                if (shares)
                {
                    // Long enough for another cursor to write into the same place.
                    Thread.SpinWait(2000);
                    target.CopyTo(editor.Values);
                }
                editor.Values[0] += Disturbance(input, noteIsActive, ref asked);
                spikes = editor.Commit();
                Distort(ref spikes, ref own);
            };
        }

        private static void Encode(ReadOnlySpan<float> values, float[] means, Span<float> spikes)
        {
            for (int slot = 0; slot < values.Length; slot++)
            {
                spikes[slot] = values[slot];
                spikes[values.Length + slot] = slot < means.Length && values[slot] > means[slot] ? 1 : 0;
            }
        }

        private float Disturbance(DataViewRow input, bool noteIsActive, ref int asked) => _parent._flaw switch
        {
            Flaw.DependsOnActiveColumns => noteIsActive ? 1 : 0,
            Flaw.DrawsAnewWhenLoaded => _parent._seed % 1000,
            Flaw.SeedsFromPosition => input.Position,
            Flaw.KeepsStateInTheTransformer => _parent._predictions++,
            Flaw.AdvancesWhenAsked => asked++,
            Flaw.AllocatesForEveryRow => AllocatedZero(),
            _ => 0,
        };

        /// <summary>
        /// Zero, by way of a new array; kept in a field, since an array that nobody keeps may get no memory of its own.
        /// </summary>
        private float AllocatedZero()
        {
            _kept = new float[8];
            return _kept[0];
        }

        private void Distort(ref VBuffer<float> spikes, ref VBuffer<float> own)
        {
            if (_parent._flaw == Flaw.OrdersIndicesWrong && spikes.Length > 2)
                spikes = new VBuffer<float>(spikes.Length, 2, [spikes.GetItemOrDefault(1), spikes.GetItemOrDefault(0)], [1, 0]);
            if (_parent._flaw != Flaw.HandsOutItsOwnBuffer)
                return;
            // Filled once and handed out for ever, as a cache would be.
            if (own.Length == 0)
                spikes.CopyTo(ref own);
            spikes = own;
        }
    }
}
