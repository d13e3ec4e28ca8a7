namespace SpikeML.Events.Tests;

/// <summary>Real recordings, which are not part of the sources: their folder is named by an environment variable.</summary>
internal static class RealFile
{
    public const string Variable = "SPIKEML_EVENTS_DATA";

    /// <summary>The path of a recording; the test is skipped where it is not there.</summary>
    public static string Path(string name)
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        string path = System.IO.Path.Combine(folder ?? "", name);
        Assert.SkipUnless(folder is not null && File.Exists(path),
            $"{name} is not there: set {Variable} to a folder with real recordings.");
        return path;
    }
}
