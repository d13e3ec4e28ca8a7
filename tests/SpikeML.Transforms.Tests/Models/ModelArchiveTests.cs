using System.IO.Compression;
using System.Reflection;

namespace SpikeML.Tests.Models;

public class ModelArchiveTests
{
    private const string Remedy = "Save the model again, or use a backup of the file.";
    private static readonly byte[] Content = [11, 22, 33, 44, 55, 66, 77, 88];

    public static TheoryData<Exception, string> Causes => new()
    {
        {
            new InvalidOperationException("Outer.", new FormatException("The model is too new.")),
            "m.zip cannot be loaded: The model is too new. Update the packages of ML.NET and SpikeML."
        },
        { new FormatException("Bad.", new IOException("Deeper.")), $"m.zip is damaged or not a model: Bad. {Remedy}" },
        {
            new TargetInvocationException("Outer.", new InvalidOperationException("Odd.")),
            $"m.zip is damaged or not a model: Odd. {Remedy}"
        },
        {
            new TargetInvocationException("Outer.", new InsufficientMemoryException()),
            $"m.zip needs more memory than there is. Unless it is a large model, it is damaged. {Remedy}"
        },
        {
            new TargetInvocationException("Outer.", new FileNotFoundException("There is no assembly X.")),
            "m.zip needs an assembly that cannot be loaded: There is no assembly X. Add the package that has it; "
                + $"if its name looks damaged, so is the file. {Remedy}"
        },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Unreadable_says_what_the_first_known_cause_says(Exception error, string message)
    {
        FormatException unreadable = ModelArchive.Unreadable("m.zip", error);
        Assert.Equal(message, unreadable.Message);
        Assert.Same(error, unreadable.InnerException);
    }

    [Fact]
    public void Verify_takes_an_intact_file_of_several_blocks() =>
        ModelArchive.Verify(new MemoryStream(Zip(("one", new byte[200_000]), ("two", Content))), "m.zip");

    [Fact]
    public void Verify_names_the_part_that_does_not_match_its_checksum()
    {
        byte[] file = Zip(("one", [1, 2, 3]), ("two", Content));
        file[file.AsSpan().IndexOf(Content)] ^= 1;
        Assert.Equal($"m.zip is damaged: its part 'two' does not match its checksum. {Remedy}", MessageOf(file));
    }

    [Fact]
    public void Verify_refuses_an_empty_zip_file() =>
        Assert.Equal("m.zip is not a model: it is an empty zip file.", MessageOf(Zip()));

    [Fact]
    public void Verify_refuses_what_is_not_a_zip_file() =>
        Assert.Equal($"m.zip is damaged or not a model: it cannot be read as a zip file. {Remedy}", MessageOf(Content));

    private static string MessageOf(byte[] file) =>
        Assert.Throws<FormatException>(() => ModelArchive.Verify(new MemoryStream(file), "m.zip")).Message;

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using MemoryStream file = new();
        using (ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                using Stream part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }
        return file.ToArray();
    }
}
