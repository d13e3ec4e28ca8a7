namespace SpikeML.Tests.Files;

public class NpzFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_gives_arrays_by_name_and_in_order(bool compress)
    {
        using MemoryStream stream = new();
        Write(stream, compress);
        stream.Position = 0;
        IReadOnlyDictionary<string, NpyArray> read = NpzFile.Read(stream);
        Assert.Equal(["b", "a", "labels"], read.Keys);
        Assert.Equal([1, 2], Assert.IsType<NpyArray<float>>(read["b"]).Values);
        Assert.Equal([1, 1], read["a"].Shape);
        Assert.Equal(["x", "long"], Assert.IsType<NpyArray<string>>(NpzFile.Read(stream, "labels")).Values);
        Assert.Throws<KeyNotFoundException>(() => read["c"]);
        Assert.False(read.TryGetValue("c", out _));
        Assert.Contains("The arrays are: 'b', 'a', 'labels'",
            Assert.Throws<FormatException>(() => NpzFile.Read(stream, "c")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_gives_equal_files_for_equal_arrays()
    {
        using MemoryStream first = new(), second = new();
        Write(first, true);
        Write(second, true);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Read_gives_the_other_arrays_when_one_cannot_be_read_and_names_that_one()
    {
        using FileStream file = NumPyFiles.Open("mixed.npz");
        IReadOnlyDictionary<string, NpyArray> read = NpzFile.Read(file);
        Assert.Equal(["good", "objects", "complex", "times", "events", "last"], read.Keys);
        Assert.Equal([1, 2], Assert.IsType<NpyArray<long>>(read["good"]).Values);
        Assert.Equal([0.5], Assert.IsType<NpyArray<double>>(read["last"]).Values);
        Assert.Contains("The array 'objects' holds Python objects", Error("objects"), StringComparison.Ordinal);
        Assert.Contains("The array 'complex' is of NumPy's type '<c16', which is not supported", Error("complex"),
            StringComparison.Ordinal);
        Assert.Contains("The array 'times' is of NumPy's type '<M8[us]'", Error("times"), StringComparison.Ordinal);
        Assert.Contains("read it with ReadEvents", Error("events"), StringComparison.Ordinal);
        string Error(string name) => Assert.Throws<FormatException>(() => read[name]).Message;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_never_gives_other_values_when_a_bit_has_flipped(bool compress)
    {
        using MemoryStream stream = new();
        Write(stream, compress);
        byte[] bytes = stream.ToArray();
        // The content of the first array: behind its local header of 30 bytes and its name.
        int start = 30 + "b.npy".Length, length = BitConverter.ToInt32(bytes, 18);
        Assert.InRange(length, 50, 200);
        for (int at = start; at < start + length; at++)
        {
            bytes[at] ^= 4;
            IReadOnlyDictionary<string, NpyArray> read = NpzFile.Read(new MemoryStream(bytes));
            // A few bits of compressed content mean nothing.
            if (Record.Exception(() => read["b"]) is Exception error)
                Assert.Contains("The array 'b' ", Assert.IsType<FormatException>(error).Message, StringComparison.Ordinal);
            else
                Assert.Equal([1, 2], Assert.IsType<NpyArray<float>>(read["b"]).Values);
            Assert.Equal([3], Assert.IsType<NpyArray<float>>(read["a"]).Values);
            bytes[at] ^= 4;
        }
    }

    [Fact]
    public void Read_refuses_what_is_not_a_zip_file() => Assert.Contains("is not a .npz file",
        Assert.Throws<FormatException>(() => NpzFile.Read(new MemoryStream([1, 2, 3]))).Message, StringComparison.Ordinal);

    private static void Write(Stream stream, bool compress) => NpzFile.Write(stream, [
        new("b", new NpyArray<float>([1, 2], [2])), new("a", new NpyArray<float>([3], [1, 1])),
            new("labels", new NpyArray<string>(["x", "long"], [2]))], compress);
}
