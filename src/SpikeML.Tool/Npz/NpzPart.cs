namespace SpikeML.Tool.Npz;

/// <summary>The file of a shard.</summary>
internal sealed record NpzPart(string Path, NpzReader Content) : IDisposable
{
    public bool IsSparse => Content.Has(SparseNpzOutput.Starts);

    public bool HasLabels => Content.Has(LabelValues.Name);

    public static NpzPart Open(string path) => new(path, NpzReader.OpenFile(path));

    public NpyHeader HeaderOf(string name)
    {
        using NpyReader array = Content.OpenRows(name);
        return array.Header;
    }

    public void Dispose() => Content.Dispose();
}
