using System.Collections.Immutable;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The entries of a module in a state dictionary, with those of its recurrent connections.</summary>
/// <param name="Name">The name of the module.</param>
/// <param name="First">The full name of its first entry.</param>
/// <param name="Entries">The entries by their names within the module.</param>
internal sealed record StateModule(string Name, string First, IReadOnlyDictionary<string, Tensor> Entries)
{
    /// <summary>The modules in the order of their first entries.</summary>
    public static IEnumerable<StateModule> Of(IEnumerable<KeyValuePair<string, Tensor>> state) =>
        from entry in state
        group entry by NameOf(entry.Key) into module
        select new StateModule(module.Key, module.First().Key,
            module.ToDictionary(entry => module.Key.Length == 0 ? entry.Key : entry.Key[(module.Key.Length + 1)..],
                entry => entry.Value));

    public bool Has(string entry) => Entries.ContainsKey(entry);

    public string FullName(string entry) => Name.Length == 0 ? entry : $"{Name}.{entry}";

    /// <summary>The values of an entry of a shape, or null if there is none.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="why">What the shape belongs to, such as "for the 3 neurons of 'fc1'".</param>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ArgumentException">The entry has another shape.</exception>
    public ImmutableArray<float>? Values(string entry, string why, params long[] shape) =>
        !Has(entry) || Entries[entry].shape.SequenceEqual(shape) ? Values(entry)
        : throw new ArgumentException($"{Described(entry)}: expected [{string.Join(", ", shape)}] {why}.");

    /// <summary>An entry with its shape, for messages.</summary>
    public string Described(string entry) =>
        $"'{FullName(entry)}' has the shape [{string.Join(", ", Entries[entry].shape)}]";

    /// <summary>The values of an entry, or null if there is none.</summary>
    public ImmutableArray<float>? Values(string entry)
    {
        if (!Entries.TryGetValue(entry, out Tensor? tensor))
            return null;
        using Tensor values = tensor.detach().cpu().to(ScalarType.Float32).contiguous();
        return [.. values.data<float>()];
    }

    /// <summary>Rejects entries that a module of this kind does not have.</summary>
    public void Allow(params IEnumerable<string> known)
    {
        if (Entries.Keys.FirstOrDefault(name => !known.Contains(name)) is string other)
            throw new ArgumentException($"'{FullName(other)}' is an entry of another kind of layer: only linear and "
                + "convolutional layers with spiking neurons, and batch normalisation between them, can be read.");
    }

    private static string NameOf(string key)
    {
        string module = Parent(key);
        return module == NeuronNames.Recurrent || module.EndsWith($".{NeuronNames.Recurrent}", StringComparison.Ordinal)
            ? Parent(module) : module;
    }

    private static string Parent(string key) => key.LastIndexOf('.') is int dot and >= 0 ? key[..dot] : "";
}
