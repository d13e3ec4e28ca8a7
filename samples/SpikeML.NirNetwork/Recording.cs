namespace SpikeML.NirNetwork;

/// <summary>A recording as a row of a pipeline.</summary>
internal sealed class Recording
{
    /// <summary>The sensor of N-MNIST has 34 x 34 pixels, and its recordings last 300 ms.</summary>
    public const int Side = 34, Milliseconds = 300;

    public string Name { get; set; } = "";

    /// <summary>Step, neuron and number of the events of each pixel in each frame.</summary>
    public float[] Events { get; set; } = [];

    /// <summary>Reads a file in the format of N-MNIST, in frames of a millisecond.</summary>
    public static Recording Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        AddressEvent[] events = [.. NMnistFile.Read(file).Where(each => each.Timestamp < Milliseconds * 1000)];
        SpikeTrain frames = EventBinning.ByTimeWindow(events, height: Side, width: Side, window: 1000);
        return new()
        {
            Name = Path.GetFileNameWithoutExtension(path),
            Events = [.. frames.SelectMany(spike => (float[])[spike.Step, spike.Neuron, spike.Value])],
        };
    }
}
