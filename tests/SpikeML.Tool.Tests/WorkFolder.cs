using System.Globalization;
using System.Reflection;
using System.Text;

namespace SpikeML.Tool.Tests;

/// <summary>A folder of one test's own, in which it runs the tool.</summary>
internal sealed class WorkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("spikeml-tool-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public byte[] Bytes(string name) => System.IO.File.ReadAllBytes(File(name));

    public void Write(string name, params string[] lines) =>
        System.IO.File.WriteAllText(File(name), string.Concat(lines.Select(line => line + "\n")));

    /// <summary>Writes a shell script that <see cref="SearchPath"/> finds as a program.</summary>
    public void WriteProgram(string name, params string[] lines)
    {
        Write(name, ["#!/bin/sh", .. lines]);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Writes the command as a program in the folder, as a tool that is installed is one in the path.</summary>
    public void WriteTool(string before = "") => WriteProgram("spikeml", before, $"exec dotnet exec '{Tool.Assembly}' \"$@\"");

    public (string Name, string Value) SearchPath => ("PATH", $"{Path}:{Environment.GetEnvironmentVariable("PATH")}");

    /// <summary>Copies files of version 1.0.0, which had no records.</summary>
    public void CopyGolden(params string[] names)
    {
        foreach (string name in names)
            System.IO.File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "Golden", "v1", name), File(name));
    }

    /// <summary>A table with an id, 12 features in [0, 1] and a text label; equal rows come up.</summary>
    public string WriteTable(int rows, string name = "table.csv")
    {
        StringBuilder text = new($"id,{string.Join(',', Enumerable.Range(0, 12).Select(i => $"x{i}"))},kind\n");
        Random random = new(5);
        for (int row = 0; row < rows; row++)
        {
            string[] features = [.. Enumerable.Range(0, 12).Select(_ =>
                (random.Next(33) / 32f).ToString(CultureInfo.InvariantCulture))];
            text.Append(CultureInfo.InvariantCulture,
                $"r{row},{string.Join(',', features)},{(row % 3 == 0 ? "even" : "a long name")}\n");
        }
        System.IO.File.WriteAllText(File(name), text.ToString());
        return name;
    }

    /// <summary>The path of a file or folder of the repository.</summary>
    public static string Source(string path) => System.IO.Path.Combine(Metadata("RepositoryRoot"), path);

    /// <summary>A value that the project of these tests gives them.</summary>
    public static string Metadata(string key) => typeof(WorkFolder)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    public string[] Files() =>
        [.. Directory.GetFileSystemEntries(Path).Select(path => System.IO.Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
