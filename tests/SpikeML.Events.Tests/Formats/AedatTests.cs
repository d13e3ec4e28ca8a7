using System.Buffers.Binary;
using System.Text;
using Google.FlatBuffers;
using K4os.Compression.LZ4.Streams;
using ZstdSharp;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Formats;

public class AedatTests
{
    private const string Header2 = "#!AER-DAT2.0\r\n# This is a raw AE data file - do not edit\r\n";
    private const string Davis = Header2 + "# AEChip: eu.seebetter.ini.chips.davis.Davis346red\r\n#End Of ASCII Header\r\n";

    [Fact]
    public void Aedat2_reads_davis_and_leaves_frames_triggers_and_sensors_out()
    {
        byte[] content = Aedat2(Davis, (345u << 12 | 259u << 22 | 1u << 11, 100), (0, uint.MaxValue), (1u << 31, 5),
            (1u << 10, 6), (5u << 12 | 7u << 22, 9));
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(0, 0, 100, 1), new(345, 259, uint.MaxValue, 0), new(340, 252, (1L << 32) + 9, 0)], reader.Read());
        Assert.Equal((EventFormat.Aedat2, 346, 260, "camera Davis346"),
            (reader.Format, reader.Width, reader.Height, reader.Details));
    }

    [Fact]
    public void Aedat2_steps_back_over_a_wrap() => Assert.Equal([uint.MaxValue, 1L << 32, uint.MaxValue, (1L << 32) + 1],
        Read(Aedat2(Davis, (0, uint.MaxValue), (0, 0), (0, uint.MaxValue), (0, 1))).Select(own => own.Timestamp));

    [Fact]
    public void Aedat2_assumes_a_dvs128_when_the_header_names_no_camera_and_says_so()
    {
        byte[] content = Aedat2(Header2, (3 << 1 | 5 << 8, 1), (1 << 15, 2), (1, 3));
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(124, 122, 1, 1), new(127, 127, 3, 0)], reader.Read());
        Assert.Contains("assumed", reader.Details, StringComparison.Ordinal);
    }

    [Fact]
    public void Aedat2_takes_the_camera_of_the_options_and_names_those_that_are_known()
    {
        byte[] content = Aedat2(Header2 + "# AEChip: Cochlea\r\n", (0, 1));
        Assert.Contains("'Cochlea', whose addresses are not known", Refusal(content), StringComparison.Ordinal);
        Assert.Equal([new AddressEvent(239, 179, 1, 0)], Read(content, new() { Camera = AedatCamera.Davis240 }));
    }

    [Fact]
    public void Aedat31_reads_valid_events_of_polarity_packets()
    {
        byte[] content = [.. "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: DVS128\r\n#!END-HEADER\r\n"u8,
            .. Packet31(type: 0, overflow: 0, capacity: 1, (1, 2)),
            .. Packet31(type: 1, overflow: 0, capacity: 4,
                (Data(3, 4, 1, valid: 1), 7), (Data(5, 6, 0, valid: 0), 8), (Data(127, 9, 0, valid: 1), 6)),
            .. Packet31(type: 1, overflow: 2, capacity: 1, (Data(1, 2, 1, valid: 1), 5))];
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([new(3, 4, 7, 1), new(127, 9, 6, 0), new(1, 2, (2L << 31) + 5, 1)], reader.Read());
        Assert.Equal((EventFormat.Aedat31, 128, 128), (reader.Format, reader.Width, reader.Height));
        Assert.Contains("are missing", Refusal(content[..^3]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Aedat4_reads_the_chosen_stream_among_others(int compression)
    {
        AddressEvent[] first = [new(319, 239, 1_605_507_430_438_338, 1), new(0, 1, 1_605_507_430_438_340, 0)];
        AddressEvent[] second = [new(7, 8, 3, 1)];
        byte[] content = [.. Header4(compression), .. Packet4(0, compression, first), .. Packet4(2, compression, []),
            .. Packet4(1, compression, second), .. Packet4(0, compression, [new(1, 1, 9, 0)])];
        using EventReader reader = EventReader.Open(new MemoryStream(content));
        Assert.Equal([.. first, new(1, 1, 9, 0)], reader.Read());
        Assert.Equal((EventFormat.Aedat4, 320, 240), (reader.Format, reader.Width, reader.Height));
        Assert.Equal(second, Read(content, new() { Stream = 1 }));
        Assert.Contains("has no stream 2 of events (EVTS); its streams are 0 (EVTS), 1 (EVTS), 2 (IMUS)",
            Refusal(content, new() { Stream = 2 }), StringComparison.Ordinal);
        Assert.Contains("of its", Refusal(content[..^3]), StringComparison.Ordinal);
    }

    [Fact]
    public void Aedat4_says_which_packet_is_damaged()
    {
        byte[] content = [.. Header4(1), .. Packet4(0, 1, [new(1, 1, 9, 0)])];
        content[^20] ^= 0xFF;
        Assert.Contains("is damaged: the packet at byte", Refusal(content), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_names_an_aedat_version_that_cannot_be_read() =>
        Assert.Contains("version '1.0'", Refusal([.. "#!AER-DAT1.0\r\n"u8]), StringComparison.Ordinal);

    private static byte[] Aedat2(string header, params (uint Address, uint Time)[] events)
    {
        byte[] words = new byte[8 * events.Length];
        for (int i = 0; i < events.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(words.AsSpan(8 * i), events[i].Address);
            BinaryPrimitives.WriteUInt32BigEndian(words.AsSpan(8 * i + 4), events[i].Time);
        }
        return [.. Encoding.ASCII.GetBytes(header), .. words];
    }

    private static uint Data(uint x, uint y, uint polarity, uint valid) => x << 17 | y << 2 | polarity << 1 | valid;

    private static byte[] Packet31(ushort type, uint overflow, int capacity, params (uint Data, uint Time)[] events) =>
        [.. BitConverter.GetBytes(type), 1, 0, .. Bytes(8, 4, overflow, (uint)capacity, (uint)events.Length, (uint)events.Length),
            .. events.SelectMany(own => Bytes(own.Data, own.Time)), .. new byte[8 * (capacity - events.Length)]];

    private static byte[] Header4(int compression)
    {
        const string Streams = """
            <dv version="2.0"><node name="outInfo" path="/"><node name="0" path="/0/">
            <attr key="typeIdentifier" type="string">EVTS</attr><node name="info" path="/0/info/">
            <attr key="sizeX" type="int">320</attr><attr key="sizeY" type="int">240</attr></node></node>
            <node name="1" path="/1/"><attr key="typeIdentifier" type="string">EVTS</attr></node>
            <node name="2" path="/2/"><attr key="typeIdentifier" type="string">IMUS</attr></node></node></dv>
            """;
        FlatBufferBuilder builder = new(1024);
        StringOffset text = builder.CreateString(Streams);
        builder.StartTable(3);
        builder.AddOffset(2, text.Value, 0);
        builder.AddLong(1, -1, 0);
        builder.AddInt(0, compression, 0);
        builder.Finish(builder.EndTable(), "IOHE");
        byte[] table = builder.SizedByteArray();
        return [.. "#!AER-DAT4.0\r\n"u8, .. BitConverter.GetBytes(table.Length), .. table];
    }

    private static byte[] Packet4(int stream, int compression, AddressEvent[] events)
    {
        FlatBufferBuilder builder = new(1024);
        builder.StartVector(16, events.Length, 8);
        foreach (AddressEvent own in events.Reverse())
        {
            builder.Prep(8, 16);
            builder.Pad(3);
            builder.PutBool(own.Polarity == 1);
            builder.PutShort((short)own.Y);
            builder.PutShort((short)own.X);
            builder.PutLong(own.Timestamp);
        }
        VectorOffset elements = builder.EndVector();
        builder.StartTable(1);
        builder.AddOffset(0, elements.Value, 0);
        builder.FinishSizePrefixed(builder.EndTable(), "EVTS");
        byte[] packet = Compress(builder.SizedByteArray(), compression);
        return [.. BitConverter.GetBytes(stream), .. BitConverter.GetBytes(packet.Length), .. packet];
    }

    private static byte[] Compress(byte[] packet, int compression)
    {
        using MemoryStream bytes = new();
        if (compression == 0)
            return packet;
        using (Stream stream = compression == 1
            ? LZ4Stream.Encode(bytes, leaveOpen: true) : new CompressionStream(bytes, leaveOpen: true))
            stream.Write(packet);
        return bytes.ToArray();
    }
}
