namespace SpikeML.Fuzzing;

/// <summary>What was read, written and read again is the same.</summary>
internal static class Same
{
    public static void Check<T>(IEnumerable<T> read, IEnumerable<T> again)
    {
        if (!read.SequenceEqual(again))
            throw new InvalidProgramException("What was read, written and read again differs.");
    }
}
