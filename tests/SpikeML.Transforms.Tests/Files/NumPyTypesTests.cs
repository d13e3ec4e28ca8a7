namespace SpikeML.Tests.Files;

/// <summary>Every type that NumPy stores, of either order of bytes and of indices.</summary>
public class NumPyTypesTests
{
    private static readonly IReadOnlyDictionary<string, NpyArray> Arrays = ReadArrays();

    public static TheoryData<string, Array> Cases => new()
    {
        { "i1", new sbyte[] { sbyte.MinValue, 1, 2, 3, 100, sbyte.MaxValue } },
        { "i2", new short[] { short.MinValue, 1, 2, 3, 100, short.MaxValue } },
        { "i4", new int[] { int.MinValue, 1, 2, 3, 100, int.MaxValue } },
        { "i8", new long[] { long.MinValue, 1, 2, 3, 100, long.MaxValue } },
        { "u1", new byte[] { 0, 1, 2, 3, 100, byte.MaxValue } },
        { "u2", new ushort[] { 0, 1, 2, 3, 100, ushort.MaxValue } },
        { "u4", new uint[] { 0, 1, 2, 3, 100, uint.MaxValue } },
        { "u8", new ulong[] { 0, 1, 2, 3, 100, ulong.MaxValue } },
        { "f2", new[] { (Half)0.1, (Half)(-2.5), Half.PositiveInfinity, Half.NaN, (Half)0, (Half)6.1e-5 } },
        { "f4", new[] { 0.1f, -2.5f, float.PositiveInfinity, float.NaN, 0, 6.1e-5f } },
        { "f8", new[] { 0.1, -2.5, double.PositiveInfinity, double.NaN, 0, 6.1e-5 } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_gives_the_values_in_their_own_type(string type, Array values)
    {
        foreach (string name in new[] { type, $"{type}-big", $"{type}-fortran" })
        {
            NpyArray array = Arrays[name];
            Assert.Equal(values, array.Values);
            Assert.Equal(values.GetType().GetElementType(), array.ElementType);
            Assert.Equal([2, 3], array.Shape);
        }
    }

    [Fact]
    public void Read_gives_truth_values_text_scalars_and_arrays_without_values()
    {
        Assert.Equal([true, false, true, false, false, true], Assert.IsType<NpyArray<bool>>(Arrays["b1"]).Values);
        Assert.Equal(["a", "", "long é", "😀"], Assert.IsType<NpyArray<string>>(Arrays["text"]).Values);
        Assert.Equal(["a", "", "long é", "😀"], Assert.IsType<NpyArray<string>>(Arrays["text-big"]).Values);
        Assert.Equal(["csr"], Assert.IsType<NpyArray<string>>(Arrays["bytes"]).Values);
        Assert.Equal([0.1], Assert.IsType<NpyArray<double>>(Arrays["scalar"]).Values);
        Assert.Empty(Arrays["scalar"].Shape);
        Assert.Empty(Assert.IsType<NpyArray<short>>(Arrays["empty"]).Values);
        Assert.Equal([3, 0, 2], Arrays["empty"].Shape);
    }

    [Fact]
    public void Read_puts_column_major_values_in_row_major_order()
    {
        Assert.Equal([2, 3, 4], Arrays["cube-fortran"].Shape);
        Assert.Equal(Enumerable.Range(0, 24), Assert.IsType<NpyArray<int>>(Arrays["cube-fortran"]).Values);
    }

    private static IReadOnlyDictionary<string, NpyArray> ReadArrays()
    {
        using FileStream file = NumPyFiles.Open("types.npz");
        return NpzFile.Read(file);
    }

    [Theory]
    [InlineData("'<M8[ns]'", 8, "array.astype('int64')")]
    [InlineData("'<m8[us]'", 8, "array.astype('int64')")]
    [InlineData("'<c16'", 16, "array.real and array.imag")]
    [InlineData("'|V3'", 3, "array.view('uint8')")]
    [InlineData("'<f16'", 16, "array.astype('float64')")]
    public void Read_names_a_conversion_that_loses_nothing(string type, int size, string remedy)
    {
        using MemoryStream file = new([.. StructuredArray.Header(type, "(1,)"), .. new byte[size]]);
        var error = Assert.Throws<FormatException>(() => NpyFile.Read(file));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }
}
