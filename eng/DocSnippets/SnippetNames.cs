using System.Text.RegularExpressions;

namespace SpikeML.Documents;

/// <summary>What the classes made of a page's code are named by.</summary>
internal static class SnippetNames
{
    /// <summary>
    /// A README is named by its folder too, a page of the API reference by its package, and a page in a folder of docs by that.
    /// </summary>
    public static string Of(string path)
    {
        string folder = Path.GetDirectoryName(path)!, name = Path.GetFileNameWithoutExtension(path);
        if (name == "README" && !File.Exists(Path.Combine(folder, "LICENSE")))
            name = $"{Path.GetFileName(folder)}_{name}";
        else if (Path.GetFileName(Path.GetDirectoryName(folder)) == "api")
            name = $"api_{Path.GetFileName(folder)}_{name}";
        else if (Path.GetFileName(Path.GetDirectoryName(folder)) == "docs")
            name = $"{Path.GetFileName(folder)}_{name}";
        return Regex.Replace(name, @"\W", "_");
    }
}
