using System.Globalization;

namespace SpikeML.Plot.Export;

/// <summary>Spikes as a table: <c>step,neuron,value</c>, one line per spike, in time order.</summary>
internal static class SpikeCsv
{
    public static void Write(SpikeTrain train, int? neuron, Stream stream)
    {
        using StreamWriter writer = new(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("step,neuron,value");
        Span<char> line = stackalloc char[64];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (neuron is not null && spike.Neuron != neuron)
                continue;
            line.TryWrite(CultureInfo.InvariantCulture, $"{spike.Step},{spike.Neuron},{spike.Value}", out int length);
            writer.WriteLine(line[..length]);
        }
    }
}
