using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Tests.Arithmetic;

/// <summary>Lanes are packed and spread in order for each of the 65,536 masks, whatever the machine's instructions.</summary>
public class LanePackingTests
{
    private static readonly int[] Values = [.. Enumerable.Range(100, 16)];

    private static Vector512<int> Numbers => Vector512.Create<int>(Values);

    [Fact]
    public void Chosen_lanes_are_packed() => ForEachMask((mask, chosen) =>
    {
        int[] packed = new int[16];
        Assert.Equal(chosen.Length, LanePacking.PackUnchecked(Numbers, mask, ref MemoryMarshal.GetArrayDataReference(packed)));
        Assert.Equal(chosen, packed.AsSpan(0, chosen.Length));
    });

    [Fact]
    public void Chosen_lanes_fill_exactly_the_room_that_they_need() => ForEachMask((mask, chosen) =>
    {
        int[] packed = [.. new int[chosen.Length], -1];
        Assert.Equal(chosen.Length, LanePacking.Pack(Numbers, mask, packed.AsSpan(0, chosen.Length)));
        Assert.Equal([.. chosen, -1], packed);
    });

    [Fact]
    public void Chosen_lanes_are_packed_four_at_a_time() => ForEachMask((mask, chosen) =>
    {
        int[] packed = new int[16];
        LanePacking.PackQuarters(
            Numbers, (uint)mask.ExtractMostSignificantBits(), ref MemoryMarshal.GetArrayDataReference(packed));
        Assert.Equal(chosen, packed.AsSpan(0, chosen.Length));
    });

    [Fact]
    public void Packed_numbers_are_spread_over_the_chosen_lanes()
    {
        Assert.SkipUnless(LanePacking.IsFast, "This machine has neither AVX2 nor AVX-512.");
        ForEachMask((mask, chosen) =>
        {
            int[] packed = new int[16];
            chosen.CopyTo(packed, 0);
            Vector512<int> spread = LanePacking.Spread(ref MemoryMarshal.GetArrayDataReference(packed),
                (uint)mask.ExtractMostSignificantBits());
            Assert.Equal(Numbers & mask, spread & mask);
        });
    }

    [Fact]
    public void Single_precision_becomes_unsigned_integers()
    {
        float[] values = [0, 1, 255, 16777215, 16777216, 2147483520, 2147483648, 2147483904, 3000000000, 4294967040];
        foreach (float value in values)
            Assert.Equal((uint)value, Lanes.ToUInt32(Vector512.Create(value))[0]);
    }

    [Fact]
    public void Narrowing_rounds_as_a_cast()
    {
        Random random = new(1);
        double[] lower = new double[8], upper = new double[8];
        for (int trial = 0; trial < 1000; trial++)
        {
            for (int lane = 0; lane < 8; lane++)
                (lower[lane], upper[lane]) = (Any(random), Any(random));
            Vector512<float> narrow = LaneNarrowing.Narrow(Vector512.Create<double>(lower), Vector512.Create<double>(upper));
            for (int lane = 0; lane < 16; lane++)
                Assert.Equal((float)(lane < 8 ? lower[lane] : upper[lane - 8]), narrow[lane]);
        }
    }

    private static double Any(Random random) => BitConverter.Int64BitsToDouble(random.NextInt64());

    private static void ForEachMask(Action<Vector512<int>, int[]> check)
    {
        for (uint bits = 0; bits < 1 << 16; bits++)
            check(Lanes.Chosen(bits), [.. Values.Where((_, lane) => (bits >> lane & 1) != 0)]);
    }
}
