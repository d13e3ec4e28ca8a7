using SpikeML.Tool.Npy;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npz;

/// <summary>Arrays of a .npz file as rows to encode, with the labels that are in another of its arrays.</summary>
internal static class NpzInput
{
    private const string ArrayOption = "--array";

    private static readonly string[] DefaultLabels = [InputRequest.DefaultLabel, LabelValues.Name];

    public static InputData Load(string path, InputRequest request)
    {
        string[] names;
        using (NpzReader content = NpzReader.OpenFile(path))
            names = [.. content.Names];
        string? label = request.Label is string wanted ? Require(names, wanted, "--label", path)
            : DefaultLabels.FirstOrDefault(name => names.Contains(name) && name != request.Array);
        string features = request.Array is string array ? Require(names, array, ArrayOption, path)
            : Only([.. names.Where(name => name != label)], path, "the rows to encode");
        string labelName = label is null or InputRequest.DefaultFeatures ? InputRequest.DefaultLabel : label;
        return ArrayInput.Load(new ArraySource(path, features), label is null ? null : new ArraySource(path, label), request,
            labelName);
    }

    /// <summary>The only array of several names.</summary>
    /// <param name="names">The names.</param>
    /// <param name="path">The file.</param>
    /// <param name="what">What the array holds.</param>
    public static string Only(string[] names, string path, string what) => names switch
    {
        [string only] => only,
        [] => throw ToolException.BadInput(
            $"'{path}' holds no NumPy array for {what}. Is it a model or another kind of zip file?"),
        _ => throw ToolException.Usage(
            $"It is not clear which array of '{path}' holds {what}: {NamedColumn.Choice(names, ArrayOption)}"),
    };

    private static string Require(string[] names, string name, string option, string path) => names.Contains(name) ? name
        : throw ToolException.Usage($"There is no array '{name}' in '{path}': {NamedColumn.Choice(names, option)}"
            + Suggestion.For(name, names));
}
