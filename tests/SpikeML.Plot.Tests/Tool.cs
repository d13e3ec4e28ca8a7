using System.ComponentModel;
using System.Diagnostics;

namespace SpikeML.Plot.Tests;

/// <summary>Programs that are no part of the project: tests that need one are skipped where it is absent.</summary>
internal static class Tool
{
    /// <summary>Runs a program to its end; the test is skipped where there is none.</summary>
    public static async Task<(int ExitCode, byte[] Output, string Errors)> Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"This machine has no {program}.");
            throw;
        }
        using (process)
        {
            using MemoryStream output = new();
            Task copy = process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
            string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await copy;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, output.ToArray(), errors);
        }
    }

    /// <summary>Runs a program that must succeed and gives what it printed.</summary>
    public static async Task<string> Print(string program, params string[] arguments)
    {
        (int exitCode, byte[] output, string errors) = await Run(program, arguments);
        Assert.True(exitCode == 0, errors);
        return System.Text.Encoding.UTF8.GetString(output).Trim();
    }

    public static void SkipUnlessFound(string program) => Assert.SkipUnless(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder =>
            File.Exists(Path.Combine(folder, program))),
        $"This machine has no {program}.");

    /// <summary>A program of a few lines of shell.</summary>
    public static string Script(TemporaryFolder folder, string name, string lines)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is a shell script.");
        string path = folder.File(name);
        File.WriteAllText(path, "#!/bin/sh\n" + lines + "\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }
}
