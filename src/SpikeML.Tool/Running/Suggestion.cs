namespace SpikeML.Tool.Running;

/// <summary>The known word that a misspelt one is most like.</summary>
internal static class Suggestion
{
    /// <summary>" Did you mean 'rate'?", or nothing if no candidate is close.</summary>
    public static string For(string word, IEnumerable<string> candidates)
    {
        // A third of the letters may be wrong: one in short words, more in long ones.
        int most = Math.Max(1, word.TrimStart('-').Length / 3);
        string? nearest = candidates.Distinct().Where(candidate => candidate != word)
            .Select(candidate => (Word: candidate, Edits: Edits(word, candidate)))
            .Where(each => each.Edits <= most)
            .OrderBy(each => each.Edits).ThenBy(each => each.Word, StringComparer.Ordinal)
            .Select(each => each.Word).FirstOrDefault();
        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>
    /// The number of letters to insert, delete, change or swap with their neighbour, ignoring case (Damerau and Levenshtein's
    /// restricted distance).
    /// </summary>
    private static int Edits(string from, string to)
    {
        int[,] edits = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }
                int same = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                edits[i, j] = Math.Min(Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1, edits[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }
        return edits[from.Length, to.Length];
    }

    private static bool Same(char first, char second) => char.ToLowerInvariant(first) == char.ToLowerInvariant(second);
}
