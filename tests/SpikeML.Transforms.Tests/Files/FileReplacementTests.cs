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
    public void WriteFile_says_once_what_could_not_be_written_when_the_writer_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.mp4");

        IOException error = Assert.Throws<IOException>(() => FileReplacement.WriteFile(path, _ => { }));

        Assert.StartsWith($"'{path}' could not be written: Could not find file", error.Message, StringComparison.Ordinal);
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

    [Fact]
    public void Write_keeps_a_file_that_appears_while_it_writes_when_it_may_not_replace_it()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.png");
        FileExistsException error = Assert.Throws<FileExistsException>(() => FileReplacement.Write(path, stream =>
        {
            stream.Write("second"u8);
            File.WriteAllText(path, "first");
        }, overwrite: false));
        Assert.Contains("a.png' already exists", error.Message, StringComparison.Ordinal);
        Assert.Equal("first", File.ReadAllText(path));
        Assert.Equal(["a.png"], folder.FileNames);
    }

    [Fact]
    public void Write_lets_one_of_many_writers_at_once_have_the_name()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("a.png");
        int wins = 0;
        Parallel.For(0, 50, writer =>
        {
            try
            {
                FileReplacement.Write(path, stream => stream.Write(BitConverter.GetBytes(writer)), overwrite: false);
                Interlocked.Increment(ref wins);
            }
            catch (FileExistsException)
            {
            }
        });
        Assert.Equal(1, wins);
        Assert.Equal(["a.png"], folder.FileNames);
    }

    [Fact]
    public void Write_blames_the_input_for_an_error_of_the_input()
    {
        using TemporaryFolder folder = new();
        FileNotFoundException missing = new("The input is gone.");
        Assert.Same(missing, Assert.Throws<FileNotFoundException>(() =>
            FileReplacement.Write(folder.File("a.png"), _ => throw missing)));
        Assert.Empty(folder.FileNames);
    }

    [Fact]
    public void Write_names_the_target_and_never_the_temporary_file()
    {
        string temporary = Path.Combine(Path.GetTempPath(), ".spikeml-x-1-2.tmp"), target = Path.Combine(Path.GetTempPath(), "a");
        Exception full = TargetStream.Error(new IOException($"No space left on device : '{temporary}'"), temporary, target);
        Exception denied = TargetStream.Error(
            new UnauthorizedAccessException($"Access to the path '{temporary}' is denied."), temporary, target);
        Assert.Equal($"'{target}' could not be written: No space left on device", full.Message);
        Assert.StartsWith($"'{target}' cannot be written: access to the folder '", denied.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", denied.Message, StringComparison.Ordinal);
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
