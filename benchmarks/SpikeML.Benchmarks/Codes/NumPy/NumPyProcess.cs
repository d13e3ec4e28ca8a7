using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>A Python process with the formulas in NumPy; where there is Python and NumPy (Debian: python3-numpy).</summary>
internal sealed class NumPyProcess : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly Process _process;
    private readonly string _file = Path.GetTempFileName();

    private NumPyProcess(Process process) => _process = process;

    /// <summary>Starts it with the first interpreter that has NumPy; null where there is none. PYTHON may name another.</summary>
    public static NumPyProcess? TryStart()
    {
        string?[] interpreters = [Environment.GetEnvironmentVariable("PYTHON"), "python3", "/usr/bin/python3"];
        string? python = interpreters.OfType<string>().FirstOrDefault(HasNumPy);
        return python is null ? null : new NumPyProcess(Start(python, Path.Combine(AppContext.BaseDirectory, "rivals.py")));
    }

    /// <summary>Hands over the rows of a subject; gives what the formula makes of them, null where NumPy has none.</summary>
    public Tensor? Load(string name, SpikeCode code, Tensor batch)
    {
        File.WriteAllBytes(_file, batch.contiguous().bytes.ToArray());
        using JsonDocument answer = Ask(new { load = name, options = (object)code, file = _file, shape = batch.shape });
        long[] shape = [.. answer.RootElement.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt64())];
        if (shape.Length == 0)
            return null;
        float[] values = new float[shape.Aggregate((product, dimension) => product * dimension)];
        Buffer.BlockCopy(File.ReadAllBytes(_file), 0, values, 0, values.Length * sizeof(float));
        return tensor(values).reshape(shape);
    }

    /// <summary>Batches a second, over about so many seconds.</summary>
    public double Speed(double seconds)
    {
        using JsonDocument answer = Ask(new { run = seconds, busy = Clock.IsBusy });
        return answer.RootElement.GetProperty("speed").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        File.Delete(_file);
    }

    private static bool HasNumPy(string python)
    {
        try
        {
            using Process trial = Start(python, "-c", "import numpy");
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
        return Process.Start(start)!;
    }

    private JsonDocument Ask(object request)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(request, Json));
        return JsonDocument.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidDataException("NumPy's process ended."));
    }
}
