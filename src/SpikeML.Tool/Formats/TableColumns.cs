using System.Globalization;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Formats;

/// <summary>Finds the columns of a table by name or by number from 0.</summary>
/// <param name="names">The names.</param>
/// <param name="place">Where the columns are, such as a file's name in quotes.</param>
internal class TableColumns(string[] names, string place)
{
    public int Count => names.Length;

    public string this[int index] => names[index];

    /// <summary>The names as they would be with no separator.</summary>
    public string Text => string.Join(' ', names);

    /// <summary>The index of the column, or -1 if there is none with this name.</summary>
    public int IndexOf(string name) => Array.IndexOf(names, name);

    public int Find(string option, string name)
    {
        int index = IndexOf(name);
        if (index < 0 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < Count)
            index = number;
        return index >= 0 ? index : throw NamedColumn.Missing(name, names, option, place);
    }

    /// <summary>Reads names, numbers and ranges, such as "age,3,pixel0..pixel783".</summary>
    public int[] FindAll(string option, string list)
    {
        List<int> columns = [];
        foreach (string part in list.Split(',', StringSplitOptions.TrimEntries))
        {
            if (IndexOf(part) < 0 && part.Split("..") is [string from, string to])
            {
                (int first, int last) = (Find(option, from), Find(option, to));
                if (last < first)
                    throw ToolException.Usage($"{option} '{part}': '{to}' comes before '{from}'.");
                columns.AddRange(Enumerable.Range(first, last - first + 1));
            }
            else
            {
                columns.Add(Find(option, part));
            }
        }
        return [.. columns];
    }
}
