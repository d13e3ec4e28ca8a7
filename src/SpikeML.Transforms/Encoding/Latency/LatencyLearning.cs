using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace SpikeML;

/// <summary>What a latency encoder learned of one column: null where its options need nothing of the data.</summary>
/// <param name="LargestTime">The largest spike time of the fitted data, before Normalize.</param>
internal readonly record struct LearnedLatency(float? LargestTime)
{
    public static LearnedLatency Load(BinaryReader reader)
    {
        float time = reader.ReadSingle();
        return new(float.IsNaN(time) ? null : time);
    }

    public void Save(BinaryWriter writer) => writer.Write(LargestTime ?? float.NaN);

    /// <summary>The options of this column with all that was learned.</summary>
    public LatencyEncodingOptions Fitted(LatencyEncodingOptions options) => Resolve(options) with { LargestTime = LargestTime };

    /// <summary>The options of this column: a learned number of steps takes the place of null.</summary>
    public LatencyEncodingOptions Resolve(LatencyEncodingOptions options) => options.NumSteps is null && LargestTime is float largest
        ? options with { NumSteps = (int)MathF.Round(largest) + 1 }
        : options;
}

/// <summary>Reads the data that a latency encoder is fitted on.</summary>
internal static class LatencyLearning
{
    /// <summary>Single precision counts no step by step beyond it.</summary>
    private const float LatestTime = 1 << 24;

    /// <summary>Reads the input columns once, and none of them where nothing is to be learned.</summary>
    public static LearnedLatency[] Learn(IHost host, IDataView data,
        (string outputColumnName, string inputColumnName)[] pairs, LatencyEncodingOptions options, bool needed)
    {
        if (!needed || options.LargestTime is not null)
            return [.. pairs.Select(_ => new LearnedLatency(options.LargestTime))];
        DataViewSchema.Column[] columns = [.. pairs.Select(pair => data.Schema[pair.inputColumnName])];
        foreach (DataViewSchema.Column column in columns)
            InputColumn.Dimensions(host, column, scalarAllowed: true);

        using IChannel channel = host.Start("Learning the largest spike time");
        using DataViewRowCursor cursor = data.GetRowCursor(columns.DistinctBy(column => column.Index));
        FeatureReader[] readers = [.. columns.Select(column => FeatureReader.Create(cursor, column))];
        float[] largest = new float[columns.Length];
        long rows = 0;
        for (; cursor.MoveNext(); rows++)
        {
            host.CheckAlive();
            for (int i = 0; i < columns.Length; i++)
                largest[i] = Math.Max(largest[i], LargestTime(readers[i].Read(), columns[i].Name, options));
        }
        if (rows == 0)
            throw channel.Except("There is no row to learn the largest spike time from: fit on data, or give NumSteps and leave Normalize unset.");
        for (int i = 0; i < columns.Length; i++)
        {
            if (largest[i] >= LatestTime)
                throw channel.Except($"The largest spike time of column '{columns[i].Name}' is {largest[i]} steps, more than {LatestTime}: lower Tau ({options.Tau}).");
        }
        channel.Info($"Learned from {rows} rows: the largest spike time is {string.Join(", ", largest)} steps.");
        return [.. largest.Select(time => new LearnedLatency(time))];
    }

    private static float LargestTime(ReadOnlySpan<float> features, string columnName, LatencyEncodingOptions options)
    {
        try
        {
            return LatencyEncoding.LargestTime(features, options);
        }
        catch (InvalidFeatureException error)
        {
            throw error.InColumn(columnName);
        }
    }
}
