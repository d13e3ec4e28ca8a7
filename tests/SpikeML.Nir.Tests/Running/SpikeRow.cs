using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Nir.Tests.Running;

/// <summary>Rows of spikes for tests.</summary>
internal sealed class SpikeRow
{
    public const string Column = nameof(Spikes);

    public float[] Spikes { get; set; } = [];

    /// <summary>A view of rows, each time-major, with a declared shape.</summary>
    public static IDataView View(MLContext context, IEnumerable<float[]> rows, int numSteps, IReadOnlyList<int> shape)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(SpikeRow));
        schema[Column].ColumnType = new VectorDataViewType(NumberDataViewType.Single, (int[])[numSteps, .. shape]);
        schema[Column].AddAnnotation(SpikeAnnotations.NumSteps, numSteps, NumberDataViewType.Int32);
        return context.Data.LoadFromEnumerable(rows.Select(row => new SpikeRow { Spikes = row }), schema);
    }

    /// <summary>Random spikes, of 1 or, if graded, of other values, in a share of the slots.</summary>
    public static float[] Random(int seed, int length, double share, bool isGraded)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() >= share ? 0
            : isGraded ? random.NextSingle() * 2 - 0.5f : 1)];
    }

    /// <summary>The rows of a column of a view, dense.</summary>
    public static float[][] Read(IDataView data, string column) =>
        [.. data.GetColumn<VBuffer<float>>(column).Select(row => row.DenseValues().ToArray())];
}
