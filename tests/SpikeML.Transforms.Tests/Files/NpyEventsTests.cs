namespace SpikeML.Tests.Files;

public class NpyEventsTests
{
    private static readonly AddressEvent[] Events = [new(3, 2, 10, 1), new(0, 32767, 1L << 40, 0)];

    [Theory]
    [InlineData("tonic.npy")]
    [InlineData("aligned.npy")]
    [InlineData("padded.npy")]
    public void ReadEvents_takes_fields_of_any_type_and_place(string name)
    {
        using FileStream file = NumPyFiles.Open(name);
        Assert.Equal(Events, NpyFile.ReadEvents(file));
        file.Position = 0;
        string message = Assert.Throws<FormatException>(() => NpyFile.Read(file)).Message;
        Assert.Contains("is a structured array of '", message, StringComparison.Ordinal);
        Assert.Contains("read it with ReadEvents", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<i2", "<i8", "|b1", 0, "-1", "'x' = -1 in event 1: it must be an integer from 0 to 2147483647")]
    [InlineData("<u4", "<i8", "|b1", 0, "4294967295", "'x' = 4294967295 in event 1")]
    [InlineData("<i2", "<u8", "|b1", 2, "18446744073709551615",
        "'t' = 18446744073709551615 in event 1: it must be a 64-bit integer")]
    [InlineData("<i2", ">f4", "|b1", 2, "0.5", "'t' = 0.5 in event 1: it must be a 64-bit integer")]
    [InlineData("<i2", "<f8", "|b1", 2, "NaN", "'t' = NaN in event 1")]
    [InlineData("<i2", "<f8", "|b1", 2, "1e30", "'t' = 1E+30 in event 1")]
    [InlineData("<i2", "<i8", "|u1", 3, "2", "'p' = 2 in event 1: it must be an integer from 0 to 1")]
    [InlineData("<i2", "<i8", "|i1", 3, "-1", "'p' = -1 in event 1: it must be an integer from 0 to 1")]
    public void ReadEvents_names_the_field_event_and_value_that_do_not_fit(string x, string t, string p, int field, string value,
        string message)
    {
        using MemoryStream file = StructuredArray.Write([("x", x), ("y", "<i2"), ("t", t), ("p", p)], ["0", "0", "0", "0"],
            Wrong(field, value));
        Assert.Contains(message, Assert.Throws<FormatException>(() => NpyFile.ReadEvents(file)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[('x', '<i2'), ('y', '<i2'), ('p', '|b1')]",
        "has no field 't' or 'timestamp' or 'ts' of events: its fields are 'x', 'y', 'p'")]
    [InlineData("[('x', '<i2', (2,)), ('y', '<i2'), ('t', '<i8'), ('p', '|b1')]",
        "has a field 'x' of type '<i2', but the fields of events must be numbers")]
    [InlineData("[('x', '<U2'), ('y', '<i2'), ('t', '<i8'), ('p', '|b1')]", "has a field 'x' of type '<U2'")]
    [InlineData("[('x', '<i2'), ('y', '|O'), ('t', '<i8'), ('p', '|b1')]", "holds Python objects")]
    [InlineData("'<f4'", "is not a structured array but has type '<f4'")]
    public void ReadEvents_refuses_arrays_that_are_not_of_events(string type, string message)
    {
        byte[] header = StructuredArray.Header(type, "(0,)");
        Assert.Contains(message, Assert.Throws<FormatException>(() => NpyFile.ReadEvents(new MemoryStream(header))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ReadEvents_leaves_other_fields_out_and_takes_the_names_in_capitals()
    {
        using MemoryStream file = StructuredArray.Write(
            [("T", "<u4"), ("weight", "<f8"), ("X", "|u1"), ("Y", "|u1"), ("P", "<i4")], ["7", "0.1", "1", "2", "1"]);
        Assert.Equal([new AddressEvent(1, 2, 7, 1)], NpyFile.ReadEvents(file));
    }

    [Fact]
    public void ReadEvents_of_an_npz_reads_the_named_array()
    {
        using FileStream file = NumPyFiles.Open("mixed.npz");
        Assert.Equal([default(AddressEvent)], NpzFile.ReadEvents(file, "events"));
        string message = Assert.Throws<FormatException>(() => NpzFile.ReadEvents(file, "good")).Message;
        Assert.Contains("The array 'good' is not a structured array", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_names_the_fields_whatever_they_are_called()
    {
        using FileStream file = NumPyFiles.Open("names.npy");
        Assert.Contains("'日本', 'a'b\\'", Assert.Throws<FormatException>(() => NpyFile.Read(file)).Message,
            StringComparison.Ordinal);
    }

    private static string[] Wrong(int field, string value) => [.. Enumerable.Range(0, 4).Select(i => i == field ? value : "0")];
}
