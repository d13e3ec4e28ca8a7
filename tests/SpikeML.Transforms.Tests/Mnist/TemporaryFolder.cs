namespace SpikeML.Tests.Mnist;

/// <summary>A new, empty folder that goes when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("spikeml-").FullName;

    public string this[string fileName] => Path.Combine(FullName, fileName);

    public string[] FileNames =>
        [.. Directory.GetFiles(FullName).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public string Write(string fileName, byte[] content)
    {
        File.WriteAllBytes(this[fileName], content);
        return this[fileName];
    }

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
