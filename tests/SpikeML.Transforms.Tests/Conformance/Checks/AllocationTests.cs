using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>Reading rows allocates nothing for each row, and a schema nothing for each slot.</summary>
public class AllocationTests
{
    [Theory]
    [Cases(Check.Allocations)]
    public void Nothing_is_allocated_for_a_row_or_a_slot(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        if (test.Order != RowOrder.Irrelevant)
            AllocatesNothingPerRow(test, context, transformer);
        else if (test.AllocatesPerRow is null)
            Assert.Equal(0, test.OutputType(test.InputDimensions) is VectorDataViewType { ItemType: var item }
                && item == NumberDataViewType.Int64
                ? AllocatedPerPass<long>(transformer, data.Schema, test.Rows())
                : AllocatedPerPass<float>(transformer, data.Schema, test.Rows()));

        long small = AllocatedForSchema(test, test.InputDimensions), large = AllocatedForSchema(test, test.LargeDimensions);
        Assert.InRange(large - small, -2000, 2000);
    }

    private static long AllocatedPerPass<T>(ITransformer transformer, DataViewSchema schema, SampleRow[] rows)
    {
        SettableRow input = new(schema);
        IRowToRowMapper mapper = transformer.GetRowToRowMapper(schema);
        using DataViewRow output = mapper.GetRow(input, [mapper.OutputSchema["Spikes"]]);
        ValueGetter<VBuffer<T>> getter = output.GetGetter<VBuffer<T>>(mapper.OutputSchema["Spikes"]);
        VBuffer<T> spikes = default;
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

    /// <summary>Of a cached view, whose cursor allocates nothing either, once the first half has been read.</summary>
    private static void AllocatesNothingPerRow(ConformanceCase test, MLContext context, ITransformer transformer)
    {
        IDataView data = test.Data(context, test.InputDimensions, 2 * ConformanceCase.RowCount);
        IDataView spikes = transformer.Transform(context.Data.Cache(data));
        long least = long.MaxValue;
        for (int pass = 0; pass < 40; pass++)
            least = Math.Min(least, AllocatedByTheSecondHalf(spikes));
        Assert.Equal(0, least);
    }

    private static long AllocatedByTheSecondHalf(IDataView spikes)
    {
        using DataViewRowCursor cursor = spikes.GetRowCursor([spikes.Schema["Spikes"]]);
        ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(spikes.Schema["Spikes"]);
        VBuffer<float> values = default;
        long[] allocated = new long[2 * ConformanceCase.RowCount];
        for (int row = 0; cursor.MoveNext(); row++)
        {
            getter(ref values);
            allocated[row] = GC.GetAllocatedBytesForCurrentThread();
        }
        return allocated[^1] - allocated[ConformanceCase.RowCount];
    }
}
