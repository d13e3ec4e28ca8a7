using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>The rows that estimators are tried on.</summary>
internal sealed class SampleRow
{
    public int Id { get; set; }
    public float[] Features { get; set; } = [];
    public string Note { get; set; } = "";
    public double Weight { get; set; }

    public static IDataView Data(MLContext context, ImmutableArray<int> dimensions, int rowCount, Func<float, float> value)
    {
        SampleRow[] rows = Rows(dimensions, rowCount, value);
        return dimensions.IsEmpty
            ? context.Data.LoadFromEnumerable(rows.Select(row => new ScalarRow { Id = row.Id, Features = row.Features[0] })
                .ToArray())
            : context.Data.LoadFromEnumerable(rows, Schema(dimensions));
    }

    public static SampleRow[] Rows(ImmutableArray<int> dimensions, int rowCount, Func<float, float> value)
    {
        Random random = new(17);
        int length = dimensions.Aggregate(1, (product, dimension) => product * dimension);
        SampleRow[] rows = new SampleRow[rowCount];
        for (int id = 0; id < rowCount; id++)
        {
            float[] features = id % 4 == 3 ? rows[id - 1].Features
                : [.. Enumerable.Range(0, length).Select(_ => value(Math.Max(0, random.NextSingle() * 1.25f - 0.25f)))];
            rows[id] = new SampleRow { Id = id, Features = features, Note = $"row {id}", Weight = id / 2.0 };
        }
        return rows;
    }

    public static SchemaDefinition Schema(ImmutableArray<int> dimensions)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(SampleRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        return schema;
    }

    private sealed class ScalarRow
    {
        public int Id { get; set; }
        public float Features { get; set; }
    }
}
