namespace SpikeML.Tests.Files;

public class FileReplacementTests
{
    [Fact]
    public void Write_leaves_the_old_file_and_no_other_when_it_fails()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.png");
        File.WriteAllText(path, "old");

        Assert.Throws<InvalidDataException>(() => FileReplacement.Write(path, stream =>
        {
            stream.Write([1, 2, 3]);
            throw new InvalidDataException();
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.png"], folder.FileNames);
    }

    [Fact]
    public void Write_shows_the_old_file_until_the_new_one_is_complete()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.png");
        File.WriteAllText(path, "old");

        FileReplacement.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(path));
        });

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["a.png"], folder.FileNames);
    }

    [Theory]
    [InlineData(true, "new")]
    [InlineData(false, "old")]
    public async Task WriteFileAsync_replaces_the_file_if_the_new_one_is_complete(bool isComplete, string expected)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.png");
        File.WriteAllText(path, "old");

        Assert.Equal(isComplete, await FileReplacement.WriteFileAsync(path, async temporary =>
        {
            await File.WriteAllTextAsync(temporary, "new");
            return isComplete;
        }));

        Assert.Equal(expected, File.ReadAllText(path));
        Assert.Equal(["a.png"], folder.FileNames);
    }

    [Fact]
    public void Write_says_so_when_there_is_no_folder()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.File("none"), "a.png");

        var error = Assert.Throws<DirectoryNotFoundException>(() => FileReplacement.Write(path, _ => { }));
        Assert.Contains($"'{path}' could not be written: the folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_says_so_when_the_path_is_a_folder()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("a.png"));

        var error = Assert.Throws<UnauthorizedAccessException>(() => FileReplacement.Write(folder.File("a.png"), _ => { }));
        Assert.Contains("it is a folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_says_so_when_the_file_is_read_only()
    {
        using TemporaryFolder folder = new();
        FileInfo file = new(folder.File("a.png"));
        File.WriteAllText(file.FullName, "old");
        file.IsReadOnly = true;

        var error = Assert.Throws<UnauthorizedAccessException>(() => FileReplacement.Write(file.FullName, _ => { }));
        Assert.Contains("it is read-only", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(file.FullName));
        file.IsReadOnly = false;
    }

    [Fact]
    public void Write_follows_a_link_to_its_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("real.png"), "old");
        File.CreateSymbolicLink(folder.File("link.png"), folder.File("real.png"));

        FileReplacement.Write(folder.File("link.png"), stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(folder.File("real.png")));
        Assert.NotNull(new FileInfo(folder.File("link.png")).LinkTarget);
    }
}
