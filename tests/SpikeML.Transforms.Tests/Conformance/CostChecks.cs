using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>Check 16: what reading rows, propagating schemas and fitting cost in memory.</summary>
internal static class CostChecks
{
    public static void AllocatesNothingPerRowOrSlot(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        if (test.Order != RowOrder.Irrelevant)
            StreamChecks.AllocatesNothingPerRow(test, context, transformer);
        else if (test.AllocatesPerRow is null)
            Assert.Equal(0, AllocatedPerPass(transformer, data.Schema, test.Rows(test.InputDimensions, ConformanceCase.RowCount)));

        long small = AllocatedForSchema(test, test.InputDimensions), large = AllocatedForSchema(test, test.LargeDimensions);
        Assert.InRange(large - small, -2000, 2000);
    }

    private static long AllocatedPerPass(ITransformer transformer, DataViewSchema schema, SampleRow[] rows)
    {
        MemoryRow input = new(schema);
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(schema);
        using DataViewRow output = mapper.GetRow(input, [mapper.OutputSchema["Spikes"]]);
        ValueGetter<VBuffer<float>> getter = output.GetGetter<VBuffer<float>>(mapper.OutputSchema["Spikes"]);
        VBuffer<float> spikes = default;
        long least = long.MaxValue;
        // Until the buffers have grown and the code is compiled; and more than once, since a garbage collection may empty the
        // array pool at any time.
        for (int pass = 0; pass < 40; pass++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            foreach (SampleRow row in rows)
            {
                input.Current = row;
                getter(ref spikes);
            }
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }

    private static long AllocatedForSchema(ConformanceCase test, ImmutableArray<int> dimensions)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Data(context, dimensions, rowCount: 2);
        IEstimator<ITransformer> estimator = test.Estimator(context);
        ITransformer transformer = estimator.Fit(data);
        var use = () =>
        {
            if (!test.ReadsData)
                transformer = estimator.Fit(data);
            estimator.GetOutputSchema(SchemaShape.Create(data.Schema));
            transformer.GetOutputSchema(data.Schema);
            transformer.Transform(data);
        };
        use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        use();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A row whose values are set from outside, so that reading the input allocates nothing.</summary>
    private sealed class MemoryRow(DataViewSchema schema) : DataViewRow
    {
        public SampleRow Current { get; set; } = new();

        public override DataViewSchema Schema => schema;
        public override long Position => 0;
        public override long Batch => 0;

        public override bool IsColumnActive(DataViewSchema.Column column) => true;

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId id) => id = default;

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            Delegate getter = column.Name == "Features"
                ? (ValueGetter<VBuffer<float>>)((ref VBuffer<float> values) =>
                {
                    VBufferEditor<float> editor = VBufferEditor.Create(ref values, Current.Features.Length);
                    Current.Features.CopyTo(editor.Values);
                    values = editor.Commit();
                })
                : column.Name == "Weight" ? (ValueGetter<double>)((ref double weight) => weight = Current.Weight)
                : (ValueGetter<int>)((ref int id) => id = Current.Id);
            return (ValueGetter<TValue>)getter;
        }
    }
}
