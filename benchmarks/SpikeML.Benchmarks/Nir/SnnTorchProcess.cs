using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SpikeML.Benchmarks.Codes;

namespace SpikeML.Benchmarks.Nir;

/// <summary>A graph in the real snnTorch, in batches, where Python has snntorch, nir and nirtorch.</summary>
internal sealed class SnnTorchProcess : IDisposable
{
    private readonly PythonProcess _python;
    private readonly string _graph, _file = Path.GetTempFileName();

    private SnnTorchProcess(PythonProcess python, string graph) => (_python, _graph) = (python, graph);

    /// <summary>Starts it; null where it is missing.</summary>
    public static SnnTorchProcess? TryStart(NirSubject subject)
    {
        string graph = Path.GetTempFileName();
        subject.Graph.Write(graph);
        string step = subject.TimeStep.ToString(CultureInfo.InvariantCulture);
        if (PythonProcess.TryStart("snntorch, nir, nirtorch", "snntorch_rival.py", graph, step) is { } python)
            return new(python, graph);
        File.Delete(graph);
        return null;
    }

    /// <summary>Hands over the rows; gives the number of spikes of each row and output neuron.</summary>
    public float[] Load(NirSubject subject)
    {
        int rows = subject.Rows.Length, neurons = subject.InputShape.Size;
        using (FileStream file = File.Create(_file))
        {
            for (int step = 0; step < subject.NumSteps; step++)
            {
                foreach (float[] row in subject.Rows)
                    file.Write(MemoryMarshal.AsBytes(row.AsSpan(step * neurons, neurons)));
            }
        }
        int[] shape = [subject.NumSteps, rows, .. subject.InputShape];
        _python.Ask(new { load = _file, shape, threads = 1 }).Dispose();
        return [.. MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(_file))];
    }

    /// <summary>Rows a second, over about so many seconds.</summary>
    public double Speed(double seconds, int threads)
    {
        using JsonDocument answer = _python.Ask(new { run = seconds, threads, busy = Clock.IsBusy });
        return answer.RootElement.GetProperty("speed").GetDouble();
    }

    public void Dispose()
    {
        _python.Dispose();
        File.Delete(_file);
        File.Delete(_graph);
    }
}
