namespace SpikeML.Fuzzing;

/// <summary>A parser to be fuzzed: it reads any bytes, or refuses them with an exception that is documented.</summary>
/// <param name="Read">Reads the input, and checks what it read if it can.</param>
/// <param name="Refuses">Whether an exception is a documented one.</param>
internal sealed record FuzzTarget(Action<byte[]> Read, Func<Exception, bool> Refuses)
{
    /// <summary>No input of a fuzzer's size is worth more, so a number in it was believed.</summary>
    public long MostBytes { get; init; } = 64 << 20;

    /// <summary>Runs one input; every fault is thrown.</summary>
    /// <returns>What became of it: "read" or "refused: " with the message.</returns>
    public string Run(byte[] input)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        string outcome = Outcome(input);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated <= MostBytes
            ? outcome
            : throw new InsufficientMemoryException($"{input.Length} bytes took {allocated} bytes of memory: {outcome}");
    }

    private string Outcome(byte[] input)
    {
        try
        {
            Read(input);
            return "read";
        }
        catch (Exception error) when (Refuses(error))
        {
            return $"refused: {error.Message}";
        }
    }
}
