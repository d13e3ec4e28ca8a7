using System.Text;

namespace SpikeML.Fuzzing;

/// <summary>Files of address events.</summary>
internal static class EventTargets
{
    public static void NMnist(byte[] input)
    {
        AddressEvent[] events = NMnistFile.Read(new MemoryStream(input));
        if (!events.Zip(events.Skip(1)).All(pair => pair.First.Timestamp <= pair.Second.Timestamp))
            return;
        using MemoryStream file = new();
        NMnistFile.Write(file, events);
        file.Position = 0;
        Same.Check(events, NMnistFile.Read(file));
    }

    public static void Csv(byte[] input)
    {
        AddressEvent[] events = EventCsv.Read(new StreamReader(new MemoryStream(input), Encoding.UTF8));
        using StringWriter text = new();
        EventCsv.Write(text, events);
        Same.Check(events, EventCsv.Read(new StringReader(text.ToString())));
    }
}
