using System.Buffers.Binary;
using System.Text;

namespace SpikeML.Events.Tests;

/// <summary>Small recordings, byte by byte as the formats' definitions say.</summary>
internal static class Recordings
{
    public static byte[] Evt2(string header, params uint[] words) => [.. Encoding.ASCII.GetBytes(header), .. Bytes(words)];

    public static byte[] Evt21(string header, params ulong[] words) =>
        [.. Encoding.ASCII.GetBytes(header), .. words.SelectMany(word => Bytes((uint)word, (uint)(word >> 32)))];

    public static byte[] Evt3(string header, params int[] words) =>
        [.. Encoding.ASCII.GetBytes(header), .. words.SelectMany(word => (byte[])[(byte)word, (byte)(word >> 8)])];

    public static byte[] Dat(string header, byte type, byte size, params uint[] words) =>
        [.. Encoding.ASCII.GetBytes(header), type, size, .. Bytes(words)];

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    public static byte[] Written(AddressEvent[] events, EventFormat format)
    {
        using MemoryStream file = new();
        EventWriter.Write(file, events, format);
        return file.ToArray();
    }

    public static AddressEvent[] Read(byte[] content, EventReaderOptions? options = null)
    {
        using EventReader reader = EventReader.Open(new MemoryStream(content), options);
        return [.. reader.Read()];
    }

    public static string Refusal(byte[] content, EventReaderOptions? options = null) =>
        Assert.Throws<FormatException>(() => Read(content, options)).Message;

    public static byte[] Bytes(params uint[] words)
    {
        byte[] bytes = new byte[words.Length * sizeof(uint)];
        for (int i = 0; i < words.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), words[i]);
        return bytes;
    }
}
