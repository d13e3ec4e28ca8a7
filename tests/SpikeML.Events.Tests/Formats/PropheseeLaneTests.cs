using System.Runtime.Intrinsics.X86;
using SpikeML.Tests.Encoding;
using static SpikeML.Events.Tests.Recordings;

namespace SpikeML.Events.Tests.Formats;

/// <summary>Words of all types in a random order, against decoders that take one after another.</summary>
public class PropheseeLaneTests
{
    private static readonly int[] Batches = [1, 64, 77, 4096];

    public static TheoryData<int, int> Cases => new()
    {
        { 1, 0 }, { 2, 3 }, { 3, 10 }, { 4, 40 }, { 5, 100 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evt2_gives_each_event_whatever_is_between_them(int seed, int othersPercent)
    {
        Random random = new(seed);
        List<uint> words = [8u << 28 | 5];
        List<AddressEvent> expected = [];
        for (uint high = 5; words.Count < 9001;)
        {
            if (random.Next(100) < othersPercent)
            {
                words.Add(random.Next(2) == 0 ? 8u << 28 | (high += (uint)random.Next(3))
                    : (uint)random.Next(9, 16) << 28 | (uint)random.Next(1 << 28));
                continue;
            }
            (int x, int y, int low, int polarity) = (random.Next(2048), random.Next(2048), random.Next(64), random.Next(2));
            words.Add((uint)polarity << 28 | (uint)low << 22 | (uint)x << 11 | (uint)y);
            expected.Add(new(x, y, high * 64L + low, polarity));
        }
        Check(expected, Evt2("% evt 2.0\n", [.. words]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evt21_gives_each_event_of_every_mask(int seed, int othersPercent)
    {
        Random random = new(seed);
        List<ulong> words = [(8ul << 28 | 5) << 32];
        List<AddressEvent> expected = [];
        for (int i = 0; i < 2000; i++)
        {
            if (random.Next(100) < othersPercent)
            {
                words.Add((ulong)random.Next(9, 16) << 60 | (uint)random.Next());
                continue;
            }
            (int x, int y, int low, int polarity) = (random.Next(2016), random.Next(2048), random.Next(64), random.Next(2));
            uint mask = random.Next(3) == 0 ? uint.MaxValue : (uint)random.NextInt64(1L << random.Next(33));
            words.Add((ulong)(polarity << 28 | low << 22 | x << 11 | y) << 32 | mask);
            expected.AddRange(Pixels(mask, 32, x, y, (5 * 64) + low, polarity));
        }
        Check(expected, Evt21("% evt 2.1\n", [.. words]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Evt3_gives_each_event_whatever_is_between_them(int seed, int othersPercent)
    {
        Random random = new(seed);
        List<int> words = [0x8002, 0x6001];
        List<AddressEvent> expected = [];
        (int y, int high, int low, int first, int polarity) = (0, 2, 1, 0, 0);
        while (words.Count < 20_001)
        {
            int type = random.Next(100) < othersPercent ? random.Next(2, 16) : random.Next(5) / 2;
            int content = random.Next(1 << 12);
            (type, content) = type switch
            {
                0 => (0, content & 0x7FF),
                1 => (2, content),
                8 => (8, high += content & 1),
                _ => (type, content),
            };
            words.Add(type << 12 | content);
            long time = (high << 12) + low;
            switch (type)
            {
                case 0:
                    y = content;
                    break;
                case 2:
                    expected.Add(new(content & 0x7FF, y, time, content >> 11));
                    break;
                case 3:
                    (first, polarity) = (content & 0x7FF, content >> 11);
                    break;
                case 4 or 5:
                    int length = type == 4 ? 12 : 8;
                    expected.AddRange(Pixels((uint)content, length, first, y, time, polarity));
                    first += length;
                    break;
                case 6:
                    low = content;
                    break;
            }
        }
        Check(expected, Evt3("% evt 3.0\n", [.. words]));
    }

    [Theory]
    [InlineData("1", 9, 8)]
    [InlineData("2", 14, 14)]
    public void Dat_gives_each_event_and_wraps_wherever_the_time_falls(string version, int xBits, int yBits)
    {
        Random random = new(1);
        List<uint> words = [];
        List<AddressEvent> expected = [];
        long time = uint.MaxValue - 5000L;
        for (int i = 0; i < 9001; i++, time += random.Next(300) == 0 ? 1L << 30 : random.Next(-3, 5))
        {
            (int x, int y, int polarity) = (random.Next(1 << xBits), random.Next(1 << yBits), random.Next(2));
            words.AddRange((uint)time, (uint)(polarity << (xBits + yBits) | y << xBits | x));
            expected.Add(new(x, y, time, polarity));
        }
        Check(expected, Dat($"% Version {version}\n", 0, 8, [.. words]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(4999)]
    public void An_event_outside_the_sensor_is_found_at_every_place(int place)
    {
        AddressEvent[] events = [.. Enumerable.Range(0, 5000).Select(i => new AddressEvent(i % 34, i % 30, i, 0))];
        Assert.Equal(events, Read(Written(events, EventFormat.Dat), new() { Width = 34, Height = 30 }));
        foreach (AddressEvent outside in new AddressEvent[] { new(34, 0, place, 0), new(0, 30, place, 0) })
        {
            events[place] = outside;
            byte[] content = Written(events, EventFormat.Dat);
            Assert.Contains($"event {place} at x = {outside.X}, y = {outside.Y},",
                Refusal(content, new() { Width = 34, Height = 30 }), StringComparison.Ordinal);
            Assert.Equal(4999, Read(content, new() { Width = 34, Height = 30, Outside = OutsideEvents.Drop }).Length);
        }
    }

    [Fact]
    public void Events_are_the_same_without_AVX2() => FewerInstructions.Require("EnableAVX2", vectorBits: 128,
        typeof(PropheseeLaneTests).FullName!, typeof(PropheseeTests).FullName!);

    [Fact]
    public void The_child_has_no_AVX2()
    {
        Assert.SkipWhen(!FewerInstructions.IsThere, "Only in a child process.");
        Assert.False(Avx2.IsSupported);
    }

    private static IEnumerable<AddressEvent> Pixels(uint mask, int length, int x, int y, long time, int polarity) =>
        Enumerable.Range(0, length).Where(bit => (mask >> bit & 1) != 0)
            .Select(bit => new AddressEvent(x + bit, y, time, polarity));

    private static void Check(List<AddressEvent> expected, byte[] content)
    {
        Assert.All(Batches, length =>
        {
            using EventReader reader = EventReader.Open(new MemoryStream(content));
            AddressEvent[] batch = new AddressEvent[length];
            List<AddressEvent> events = [];
            for (int count; (count = reader.ReadInto(batch)) > 0;)
                events.AddRange(batch.AsSpan(0, count));
            Assert.Equal(expected, events);
        });
    }
}
