using System.Runtime.InteropServices;
using SpikeML.Events;

namespace SpikeML.Benchmarks.Events;

/// <summary>Recordings of a camera of 1280 x 720 pixels, with events in rows that move, as an edge gives them.</summary>
internal static class EventFiles
{
    private const int Rows = 300_000, Width = 1280, Height = 720;

    public static string[] Write(string folder)
    {
        List<AddressEvent> events = [];
        List<uint> evt2 = [];
        List<ulong> evt21 = [];
        List<ushort> evt3 = [];
        Random random = new(1);
        for (int row = 0, time = 0, last = -1; row < Rows; row++, time += random.Next(8))
        {
            if (time >> 6 != last)
            {
                evt2.Add(8u << 28 | (uint)(last = time >> 6));
                evt21.Add((ulong)evt2[^1] << 32);
            }
            if (row % 64 == 0)
                evt3.Add((ushort)(0x8000 | time >> 12 & 0xFFF));
            AddRow(time, random, events, evt2, evt21, evt3);
        }
        string dat = Path.Combine(folder, "generated.dat");
        EventWriter.Write(dat, events, EventFormat.Dat, Width, Height);
        return [dat,
            WriteWords(folder, "generated-evt2.raw", "% evt 2.0\n", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(evt2))),
            WriteWords(folder, "generated-evt21.raw", "% evt 2.1\n", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(evt21))),
            WriteWords(folder, "generated-evt3.raw", "% evt 3.0\n", MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(evt3)))];
    }

    /// <summary>A row of events of one time: a word for each in EVT 2, one word in EVT 2.1, words and vectors in EVT 3.</summary>
    private static void AddRow(
        int time, Random random, List<AddressEvent> events, List<uint> evt2, List<ulong> evt21, List<ushort> evt3)
    {
        int y = random.Next(Height), x = random.Next(Width - 64), polarity = random.Next(2);
        evt3.AddRange([(ushort)(0x6000 | time & 0xFFF), (ushort)y]);
        bool isVector = random.Next(3) == 0;
        int mask = isVector ? random.Next(1, 1 << 12) : random.Next(1, 4);
        evt21.Add((ulong)Evt2(time, x, y, polarity) << 32 | (uint)mask);
        if (isVector)
            evt3.AddRange([(ushort)(0x3000 | polarity << 11 | x), (ushort)(0x4000 | mask)]);
        for (int i = 0; i < 12; i++)
        {
            if ((mask >> i & 1) == 0)
                continue;
            events.Add(new(x + i, y, time, polarity));
            evt2.Add(Evt2(time, x + i, y, polarity));
            if (!isVector)
                evt3.Add((ushort)(0x2000 | polarity << 11 | x + i));
        }
    }

    private static uint Evt2(int time, int x, int y, int polarity) =>
        (uint)polarity << 28 | (uint)(time & 0x3F) << 22 | (uint)x << 11 | (uint)y;

    private static string WriteWords(string folder, string name, string header, ReadOnlySpan<byte> words)
    {
        string path = Path.Combine(folder, name);
        using FileStream file = File.Create(path);
        file.Write(System.Text.Encoding.ASCII.GetBytes(header));
        file.Write(words);
        return path;
    }
}
