namespace SpikeML.Plot.Tests;

/// <summary>A folder of one test's own, gone with it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spikeml-plot-");

    public string[] FileNames => [.. _folder.GetFileSystemInfos().Select(file => file.Name).Order()];

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
