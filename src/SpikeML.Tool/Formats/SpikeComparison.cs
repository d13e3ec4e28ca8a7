namespace SpikeML.Tool.Formats;

/// <summary>Compares a file of spikes with the first rows that would be written.</summary>
internal static class SpikeComparison
{
    /// <summary>In what they differ; null where they do not.</summary>
    public static string? Difference(SpikeFile file, SpikeRows firstRows, long count)
    {
        if (file.Rows != count)
            return $"it has {file.Rows} rows, not {count}";
        if (!file.Dimensions.SequenceEqual(firstRows.Dimensions))
            return $"its rows are [{string.Join(", ", file.Dimensions)}], not [{string.Join(", ", firstRows.Dimensions)}]";
        using IEnumerator<SpikeTrain> trains = file.Trains().GetEnumerator();
        long? different = null;
        firstRows.ForEach((row, in spikes) =>
        {
            float[] values = new float[spikes.Length];
            spikes.CopyTo(values);
            if (!trains.MoveNext() || !trains.Current.ToDense().AsSpan().SequenceEqual(values))
                different ??= row;
        });
        return different is null ? null : $"its row {different} has other spikes";
    }
}
