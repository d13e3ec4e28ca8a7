using System.Diagnostics;

namespace SpikeML.Tests.Encoding;

/// <summary>Runs tests again in a child process, whose processor seems older than it is.</summary>
internal static class FewerInstructions
{
    public const string Variable = "SPIKEML_VECTOR_BITS";

    /// <summary>Whether this process lacks instructions, and so is slow: it takes fewer rows of each kind.</summary>
    public static bool IsThere { get; } = Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>Requires that the tests pass.</summary>
    /// <param name="instructions">What the child lacks, such as EnableAVX2.</param>
    /// <param name="vectorBits">The width of the widest vectors that it has.</param>
    /// <param name="classes">The full names of the classes of tests, of the assembly that calls.</param>
    public static void Require(string instructions, int vectorBits, params IEnumerable<string> classes)
    {
        Assert.SkipWhen(IsThere, "This process is such a test's child.");
        ProcessStartInfo start = new("dotnet", ["exec", typeof(FewerInstructions).Assembly.Location,
            .. classes.SelectMany(name => new[] { "-class", name })])
        { RedirectStandardOutput = true };
        start.Environment[$"DOTNET_{instructions}"] = "0";
        // .NET 8 and 9 name the first half of AVX-512 alone.
        start.Environment[$"DOTNET_{instructions}F"] = "0";
        start.Environment[Variable] = $"{vectorBits}";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
