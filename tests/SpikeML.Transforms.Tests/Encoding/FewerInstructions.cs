namespace SpikeML.Tests.Encoding;

/// <summary>What <c>InstructionSetTests</c> tells a child process, whose processor seems older than it is.</summary>
internal static class FewerInstructions
{
    public const string Variable = "SPIKEML_VECTOR_BITS";

    /// <summary>Whether this process lacks instructions, and so is slow: it takes fewer rows of each kind.</summary>
    public static bool IsThere { get; } = Environment.GetEnvironmentVariable(Variable) is not null;
}
