using System.ComponentModel;
using System.Diagnostics;

namespace SpikeML.Tests.Files;

/// <summary>Runs Python with NumPy or another module, where it is there.</summary>
internal static class Python
{
    /// <summary>What a script prints; the test is skipped where there is no NumPy.</summary>
    public static string Run(string script, params string[] arguments) => RunWith("numpy", script, arguments);

    /// <summary>Same, where there is a module.</summary>
    public static string RunWith(string module, string script, params string[] arguments)
    {
        Assert.SkipUnless(Start($"import {module}", []).ExitCode == 0, $"There is no python3 with {module} on this machine.");
        (int exitCode, string output) = Start(script, arguments);
        Assert.True(exitCode == 0, output);
        return output.Trim();
    }

    private static (int ExitCode, string Output) Start(string script, string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("SPIKEML_PYTHON") ?? "python3",
            ["-c", script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : errors.Result);
        }
        catch (Win32Exception error)
        {
            return (-1, error.Message);
        }
    }
}
