using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Google.FlatBuffers;

namespace SpikeML.Events;

/// <summary>The header of AEDAT 4: the compression of packets, where they end, and a description of the streams as XML.</summary>
internal sealed class Aedat4Header
{
    /// <summary>Places in a flatbuffers table's list of fields, which begins behind two lengths.</summary>
    private const int FirstField = 4, SecondField = 6, ThirdField = 8;

    private const int MagicLength = 14, LongestHeader = 1 << 24;

    /// <exception cref="FormatException">The header is damaged, or has no stream of events.</exception>
    public Aedat4Header(ByteSource source, int? stream)
    {
        source.Skip(Math.Min(MagicLength, source.Peek(MagicLength).Length));
        int length = source.Peek(sizeof(int)) is { Length: >= sizeof(int) } prefix
            ? BinaryPrimitives.ReadInt32LittleEndian(prefix) : -1;
        if (length is < sizeof(int) or > LongestHeader || source.Peek(sizeof(int) + length).Length < sizeof(int) + length)
            throw source.Error("has a header that is damaged or cut off");
        string description = Read(source, source.Peek(sizeof(int) + length).Slice(sizeof(int), length).ToArray());
        source.Skip(sizeof(int) + length);
        XElement streams = FindStreams(source, description);
        XElement[] events = [.. streams.Elements("node").Where(node => Text(node, "typeIdentifier") == "EVTS")];
        string present = string.Join(", ", streams.Elements("node").Select(node =>
            $"{node.Attribute("name")?.Value} ({Text(node, "typeIdentifier")})"));
        XElement chosen = (stream is { } number
            ? events.FirstOrDefault(node => node.Attribute("name")?.Value == number.ToString(CultureInfo.InvariantCulture))
            : events.FirstOrDefault()) ?? throw source.Error(
                $"has no stream {stream}{(stream is null ? "" : " ")}of events (EVTS); its streams are {present}");
        Stream = int.TryParse(chosen.Attribute("name")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id
            : throw source.Error("has a header that names a stream without a number");
        XElement? info = chosen.Elements("node").FirstOrDefault(node => node.Attribute("name")?.Value == "info");
        (Width, Height) = (Size(info, "sizeX"), Size(info, "sizeY"));
        Details = $"stream {Stream} of {present}; {Compression} compression";
    }

    public AedatCompression Compression { get; private set; }

    /// <summary>Where the packets end, from the start of the file; -1 if they end with the file.</summary>
    public long PacketsEnd { get; private set; }

    public int Stream { get; }

    public int? Width { get; }

    public int? Height { get; }

    public string Details { get; }

    private string Read(ByteSource source, byte[] bytes)
    {
        try
        {
            ByteBuffer buffer = new(bytes);
            Table table = new(buffer.GetInt(0), buffer);
            int compression = table.__offset(FirstField), end = table.__offset(SecondField), text = table.__offset(ThirdField);
            Compression = compression == 0 ? AedatCompression.None : (AedatCompression)buffer.GetInt(compression + table.bb_pos);
            PacketsEnd = end == 0 ? -1 : buffer.GetLong(end + table.bb_pos);
            if (!Enum.IsDefined(Compression))
                throw source.Error($"has packets of the compression {(int)Compression}, which is not known");
            return text == 0 ? "" : table.__string(text + table.bb_pos);
        }
        catch (Exception error) when (error is ArgumentException or IndexOutOfRangeException)
        {
            throw source.Error("has a header that is damaged", error);
        }
    }

    private static XElement FindStreams(ByteSource source, string description)
    {
        try
        {
            return XDocument.Parse(description).Descendants("node").FirstOrDefault(node =>
                node.Attribute("name")?.Value == "outInfo") ?? throw source.Error("has a header that describes no streams");
        }
        catch (XmlException error)
        {
            throw source.Error($"has a header whose description of streams cannot be read: {error.Message.TrimEnd('.')}", error);
        }
    }

    private static string? Text(XElement? node, string key) =>
        node?.Elements("attr").FirstOrDefault(attribute => attribute.Attribute("key")?.Value == key)?.Value;

    private static int? Size(XElement? info, string key) =>
        int.TryParse(Text(info, key), NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size > 0 ? size : null;
}
