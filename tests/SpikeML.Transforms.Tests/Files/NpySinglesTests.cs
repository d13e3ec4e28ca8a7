namespace SpikeML.Tests.Files;

public class NpySinglesTests
{
    public static TheoryData<NpyArray, float[]> Exact => new()
    {
        { new NpyArray<bool>([true, false], [2]), [1, 0] },
        { new NpyArray<sbyte>([-128, 127], [2]), [-128, 127] },
        { new NpyArray<ushort>([65535], [1]), [65535] },
        { new NpyArray<int>([16777216, int.MinValue, -16777218], [3]), [16777216, int.MinValue, -16777218] },
        { new NpyArray<uint>([4294967040], []), [4294967040] },
        { new NpyArray<long>([1L << 62, long.MinValue, -5], [3]), [1L << 62, long.MinValue, -5] },
        { new NpyArray<ulong>([1UL << 63], [1]), [1UL << 63] },
        { new NpyArray<Half>([Half.Epsilon, Half.NaN], [2]), [(float)Half.Epsilon, float.NaN] },
        { new NpyArray<double>([0.5, double.NaN, double.NegativeInfinity, -0.0], [4]),
            [0.5f, float.NaN, float.NegativeInfinity, -0f] },
    };

    public static TheoryData<NpyArray, float, string> Inexact => new()
    {
        { new NpyArray<int>([1, 16777217], [2]), 16777216, "16777217 at [1]" },
        { new NpyArray<uint>([1, 2, 3, 4294967295], [2, 2]), 4294967296, "4294967295 at [1, 1]" },
        { new NpyArray<long>([long.MaxValue], []), 9223372036854775808f, "9223372036854775807:" },
        { new NpyArray<ulong>([ulong.MaxValue], [1, 1]), 18446744073709551616f, "18446744073709551615 at [0, 0]" },
        { new NpyArray<double>([0.1, 0.1], [2, 1]), 0.1f, "0.1 at [0, 0]" },
    };

    [Theory]
    [MemberData(nameof(Exact))]
    public void ToSingles_converts_what_single_precision_holds(NpyArray array, float[] singles)
    {
        Assert.Equal(singles, array.ToSingles());
        Assert.Equal(singles, array.ToSingles(rounding: true));
    }

    [Theory]
    [MemberData(nameof(Inexact))]
    public void ToSingles_rounds_only_when_it_is_asked(NpyArray array, float rounded, string named)
    {
        Assert.Contains(named, Assert.Throws<InvalidOperationException>(() => array.ToSingles()).Message,
            StringComparison.Ordinal);
        Assert.Equal(rounded, array.ToSingles(rounding: true)[^1]);
    }

    [Fact]
    public void ToSingles_refuses_text_and_values_out_of_range()
    {
        NpyArray<double> large = new([0.1, 1e40], [2]);
        string message = Assert.Throws<InvalidOperationException>(() => large.ToSingles(rounding: true)).Message;
        Assert.Equal("The value 1E+40 at [1] is out of the range of single precision.", message);
        Assert.Throws<InvalidOperationException>(() => new NpyArray<string>(["1"], [1]).ToSingles(rounding: true));
    }

    [Fact]
    public void ToSingles_gives_the_own_values_of_singles()
    {
        NpyArray<float> array = new([1, 2], [2]);
        Assert.Same(array.Values, array.ToSingles());
    }
}
