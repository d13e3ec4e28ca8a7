using Microsoft.ML.Data;

namespace SpikeML.Tool.Formats;

/// <summary>Compares a spike file with the first rows that would be written.</summary>
internal static class SpikeComparison
{
    /// <summary>How they differ, or null if they do not.</summary>
    public static string? Difference(SpikeFile file, SpikeRows firstRows, long count)
    {
        if (file.Rows != count)
            return $"it has {file.Rows} rows, not {count}";
        if (!file.Dimensions.SequenceEqual(firstRows.Dimensions))
            return $"its rows are [{string.Join(", ", file.Dimensions)}], not [{string.Join(", ", firstRows.Dimensions)}]";
        using IEnumerator<SpikeTrain> trains = file.Trains().GetEnumerator();
        long? different = null;
        long compared = 0;
        foreach ((_, List<float[]> expected) in firstRows.Pieces(Dense))
        {
            for (int i = 0; i < expected.Count && different is null; i++, compared++)
            {
                if (!trains.MoveNext() || !trains.Current.ToDense().AsSpan().SequenceEqual(expected[i]))
                    different = firstRows.Mapped.First + compared;
            }
        }
        return different is null ? null : $"its row {different} has different spikes";
    }

    private static List<float[]> Dense(SpikePiece piece)
    {
        List<float[]> rows = [];
        foreach (ref readonly VBuffer<float> spikes in piece.Rows)
            rows.Add([.. spikes.DenseValues()]);
        return rows;
    }
}
