using System.Collections;
using System.CommandLine;

namespace SpikeML.Tool.Help;

/// <summary>The options of a command by topic.</summary>
internal sealed class OptionGroups : IEnumerable<(string Heading, List<Option> Options)>
{
    private readonly List<(string Heading, List<Option> Options)> _groups = [];

    /// <summary>The options of a group, which may be new.</summary>
    public List<Option> Of(string heading)
    {
        if (_groups.Find(group => group.Heading == heading).Options is { } members)
            return members;
        _groups.Add((heading, members = []));
        return members;
    }

    public IEnumerator<(string Heading, List<Option> Options)> GetEnumerator() => _groups.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
