using System.Text.Json;
using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>A Python process with the formulas in NumPy; where there is Python and NumPy (Debian: python3-numpy).</summary>
internal sealed class NumPyProcess : IDisposable
{
    private readonly PythonProcess _python;
    private readonly string _file = Path.GetTempFileName();

    private NumPyProcess(PythonProcess python) => _python = python;

    /// <summary>Starts it with the first interpreter that has NumPy; null where there is none.</summary>
    public static NumPyProcess? TryStart() =>
        PythonProcess.TryStart("numpy", "rivals.py") is { } python ? new NumPyProcess(python) : null;

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
        _python.Dispose();
        File.Delete(_file);
    }

    private JsonDocument Ask(object request) => _python.Ask(request);
}
