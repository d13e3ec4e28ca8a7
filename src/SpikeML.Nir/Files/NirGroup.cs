using PureHDF;

namespace SpikeML.Nir;

/// <summary>A group of a file with its links, listed once.</summary>
internal sealed class NirGroup
{
    private readonly Dictionary<string, IH5Object> _links = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The group cannot be read.</exception>
    public NirGroup(IH5Group group)
    {
        try
        {
            foreach (IH5Object link in group.Children())
            {
                _links[link.Name] = BoundedHdf5Driver.Fault(link) is not { } fault ? link
                    : throw new FormatException($"'{link.Name}' in the group '{group.Name}' {fault}.");
            }
        }
        catch (Exception error) when (H5Error.IsOfContent(error))
        {
            throw new FormatException($"The group '{group.Name}' {H5Error.Explain(error)}.", error);
        }
    }

    /// <summary>The datasets by name.</summary>
    public IEnumerable<IH5Dataset> Datasets => InOrder.OfType<IH5Dataset>();

    /// <summary>The groups by name.</summary>
    public IEnumerable<IH5Group> Groups => InOrder.OfType<IH5Group>();

    /// <summary>What a link leads to, if it leads to that kind of thing; otherwise null.</summary>
    public T? Find<T>(string name) where T : class, IH5Object => _links.GetValueOrDefault(name) as T;

    private IEnumerable<IH5Object> InOrder => _links.OrderBy(link => link.Key, StringComparer.Ordinal).Select(link => link.Value);
}
