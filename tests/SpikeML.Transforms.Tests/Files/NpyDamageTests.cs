namespace SpikeML.Tests.Files;

/// <summary>
/// Whatever is in a file, reading it ends in an array or in a FormatException, and takes memory only for bytes that are there.
/// </summary>
public class NpyDamageTests
{
    public static TheoryData<string> Names => ["tonic.npy", "padded.npy", "objects.npy", "names.npy", "version-1.npy",
        "version-2.npy", "version-3.npy", "mixed.npz", "types.npz"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_survives_any_byte_that_changes(string name)
    {
        byte[] bytes = NumPyFiles.Bytes(name);
        Random random = new(3);
        for (int at = 0; at < bytes.Length; at++)
        {
            byte before = bytes[at];
            bytes[at] = (byte)random.Next(256);
            Read(name, new MemoryStream(bytes));
            bytes[at] = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_refuses_every_file_that_is_cut_off(string name)
    {
        byte[] bytes = NumPyFiles.Bytes(name);
        for (int length = 0; length < bytes.Length; length++)
            Assert.NotNull(Read(name, new MemoryStream(bytes, 0, length)));
    }

    [Theory]
    [InlineData("'<f4'", "(1000000000,)")]
    [InlineData("'<f4'", "(2, 1000000000)")]
    [InlineData("'<f8'", "(9223372036854775807,)")]
    [InlineData("'<f8'", "(9223372036854775807, 9223372036854775807)")]
    [InlineData("'<f8'", "(0, 9223372036854775807)")]
    [InlineData("'<f8'", "(99999999999999999999,)")]
    [InlineData("'<U250000000'", "(1,)")]
    [InlineData("'<U99999999999'", "(1,)")]
    [InlineData("'<U0'", "(2000000000,)")]
    [InlineData("'|S0'", "(2000000000,)")]
    [InlineData("'|V0'", "(2000000000,)")]
    [InlineData("[]", "(2000000000,)")]
    [InlineData("[('x', '|i1', (2000000000, 2000000000)), ('y', '|i1'), ('t', '|i1'), ('p', '|i1')]", "(1,)")]
    [InlineData("[('x', '|i1'), ('y', '|i1'), ('t', '|i1'), ('p', '|i1'), ('q', '|i1', 2000000000)]", "(2000000000,)")]
    [InlineData("[('x', '|i1'), ('y', '|i1'), ('t', '|i1'), ('p', '|i1')]", "(2000000000,)")]
    [InlineData("'<f4'", "(-1,)")]
    [InlineData("'<f4'", "(True,)")]
    [InlineData("'<f4'", "[1]")]
    [InlineData("'<f4'", "((((((((((((((((((((((((((((((((((((((((((((1")]
    [InlineData("''", "(1,)")]
    [InlineData("'<'", "(1,)")]
    [InlineData("'[us]'", "(1,)")]
    [InlineData("'<[us]'", "(1,)")]
    [InlineData("[('x', '|i1'), ('y', '[')]", "(1,)")]
    [InlineData("3", "(1,)")]
    public void Read_takes_no_memory_for_what_a_header_only_claims(string type, string shape)
    {
        byte[] header = [.. StructuredArray.Header(type, shape), .. new byte[64]];
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (bool canSeek in new[] { true, false })
        {
            Assert.Throws<FormatException>(() => NpyFile.Read(Stream(header, canSeek)));
            Assert.Throws<FormatException>(() => NpyFile.ReadEvents(Stream(header, canSeek)));
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static Stream Stream(byte[] bytes, bool canSeek) =>
        canSeek ? new MemoryStream(bytes) : new BufferedOneWayStream(bytes);

    private static FormatException? Read(string name, MemoryStream stream)
    {
        try
        {
            if (name.EndsWith(".npz", StringComparison.Ordinal))
                Assert.NotEmpty(NpzFile.Read(stream).Values);
            else if (name is "tonic.npy" or "padded.npy")
                NpyFile.ReadEvents(stream);
            else
                NpyFile.Read(stream);
            return null;
        }
        catch (FormatException error)
        {
            return error;
        }
    }

    private sealed class BufferedOneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
