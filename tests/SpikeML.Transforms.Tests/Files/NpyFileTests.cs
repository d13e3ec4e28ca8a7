using System.Numerics;

namespace SpikeML.Tests.Files;

public class NpyFileTests
{
    public static TheoryData<int[]> Shapes => new() { Array.Empty<int>(), new[] { 0 }, new[] { 7 }, new[] { 2, 3 },
        new[] { 4, 1, 5, 2 }, Enumerable.Repeat(1, 60).ToArray() };

    public static TheoryData<NpyArray> Arrays => new()
    {
        new NpyArray<bool>([true, false, true], [3]),
        Of<sbyte>(), Of<byte>(), Of<short>(), Of<ushort>(), Of<int>(), Of<uint>(), Of<long>(), Of<ulong>(),
        new NpyArray<Half>([Half.MinValue, Half.Epsilon, Half.NaN], [1, 3]),
        new NpyArray<float>([float.MinValue, float.Epsilon, float.NaN, 0.1f], [2, 2]),
        new NpyArray<double>([double.MinValue, double.Epsilon, double.NaN, 0.1], [2, 2]),
        new NpyArray<string>(["", "longest é", "😀"], [3]),
        new NpyArray<string>([], [0, 2]),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Read_gives_what_Write_was_given(int[] shape)
    {
        float[] values = [.. Enumerable.Range(0, shape.Aggregate(1, (product, dimension) => product * dimension)).Select(i =>
            i * 0.5f - 1)];
        using MemoryStream stream = new();
        NpyFile.Write(stream, values, shape);
        Assert.Equal(0, (stream.Length - values.Length * 4) % 64);
        stream.Position = 0;
        NpyArray read = NpyFile.Read(stream);
        Assert.Equal(values, Assert.IsType<NpyArray<float>>(read).Values);
        Assert.Equal(shape, read.Shape);
    }

    [Theory]
    [MemberData(nameof(Arrays))]
    public void Read_keeps_the_type_and_every_digit(NpyArray array)
    {
        using MemoryStream stream = new();
        NpyFile.Write(stream, array);
        stream.Position = 0;
        NpyArray read = NpyFile.Read(stream);
        Assert.Equal(array.GetType(), read.GetType());
        Assert.Equal(array.ElementType, read.Values.GetType().GetElementType());
        Assert.Equal(array.Values, read.Values);
        Assert.Equal(array.Shape, read.Shape);
    }

    [Fact]
    public void Write_keeps_the_type_of_a_span()
    {
        using MemoryStream stream = new();
        NpyFile.Write(stream, new long[] { 16777217 }, 1);
        NpyFile.Write(stream, new[] { 0.1 }, 1, 1);
        NpyFile.Write(stream, new[] { 1f }, 1);
        NpyFile.Write(stream, [1.5f], 1);
        stream.Position = 0;
        Assert.Equal([16777217], Assert.IsType<NpyArray<long>>(NpyFile.Read(stream)).Values);
        Assert.Equal([0.1], Assert.IsType<NpyArray<double>>(NpyFile.Read(stream)).Values);
        Assert.Equal([1], Assert.IsType<NpyArray<float>>(NpyFile.Read(stream)).Values);
        Assert.Equal([1.5f], Assert.IsType<NpyArray<float>>(NpyFile.Read(stream)).Values);
    }

    [Fact]
    public void Write_and_NpyArray_refuse_what_cannot_be_stored()
    {
        Assert.Throws<NotSupportedException>(() => NpyFile.Write(new MemoryStream(), new[] { 1m }, 1));
        Assert.Throws<NotSupportedException>(() => new NpyArray<DateTime>([default], [1]));
        foreach (int[] shape in new[] { [], [2], [-1], [3, -1], [65536, 65536, 3],
            new[] { int.MaxValue, int.MaxValue, int.MaxValue } })
        {
            string message = Assert.Throws<ArgumentException>(() => new NpyArray<float>([1, 2, 3], [.. shape])).Message;
            Assert.Contains($"3 values do not have the dimensions [{string.Join(", ", shape)}]", message,
                StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => NpyFile.Write(new MemoryStream(), [1f, 2, 3], shape));
        }
    }

    [Theory]
    [InlineData("version-1.npy")]
    [InlineData("version-2.npy")]
    [InlineData("version-3.npy")]
    public void Read_takes_every_version_that_NumPy_writes(string name)
    {
        using FileStream file = NumPyFiles.Open(name);
        Assert.Equal([1, 2, 3], Assert.IsType<NpyArray<short>>(NpyFile.Read(file)).Values);
    }

    private static NpyArray<T> Of<T>()
        where T : struct, IMinMaxValue<T>, INumber<T> => new([T.MinValue, T.One, T.MaxValue], [3, 1]);
}
