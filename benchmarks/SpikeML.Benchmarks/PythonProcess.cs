using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpikeML.Benchmarks.Codes;

namespace SpikeML.Benchmarks;

/// <summary>A Python script that answers requests, lines of JSON.</summary>
internal sealed class PythonProcess : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Process _process;

    private PythonProcess(Process process) => _process = process;

    /// <summary>
    /// Starts a script with the first interpreter that has modules; null where there is none. PYTHON may name another.
    /// </summary>
    /// <param name="modules">The modules, separated by commas.</param>
    /// <param name="script">The script, beside the program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static PythonProcess? TryStart(string modules, string script, params string[] arguments)
    {
        string?[] interpreters = [Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3"];
        string? python = interpreters.OfType<string>().FirstOrDefault(each => Has(each, modules));
        return python is null ? null : new(Start([python, Path.Combine(AppContext.BaseDirectory, script), .. arguments]));
    }

    /// <summary>Sends a request and waits for the answer.</summary>
    public JsonDocument Ask(object request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, Json));
        return JsonDocument.Parse(_process.StandardOutput.ReadLine()
            ?? throw new InvalidDataException("Python's process ended."));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool Has(string python, string modules)
    {
        try
        {
            using Process trial = Start(python, "-c", $"import {modules}");
            trial.StandardError.ReadToEnd();
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Start(params string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.RedirectStandardError = command[1] == "-c";
        // Threads that spin while they wait would spend processor time, which is measured on a busy machine.
        if (Clock.IsBusy)
            start.Environment["OMP_WAIT_POLICY"] = "PASSIVE";
        return Process.Start(start)!;
    }
}
