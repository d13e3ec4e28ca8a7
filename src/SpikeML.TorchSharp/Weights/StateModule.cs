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
    public static IEnumerable<StateModule> Of(IEnumerable<KeyValuePair<string, Tensor>> state) => Stacked(
        from entry in state
        group entry by NameOf(entry.Key) into module
        select new StateModule(module.Key, module.First().Key,
            module.ToDictionary(entry => module.Key.Length == 0 ? entry.Key : entry.Key[(module.Key.Length + 1)..],
                entry => entry.Value)));

    /// <summary>
    /// Batch normalisations in a row, <c>bn.0</c>, <c>bn.1</c> and so on, are one for each step (snnTorch's
    /// <c>BatchNormTT1d</c>): one module, whose entries have the steps as their first dimension.
    /// </summary>
    private static IEnumerable<StateModule> Stacked(IEnumerable<StateModule> modules)
    {
        List<StateModule> steps = [];
        foreach (StateModule module in modules)
        {
            if (steps.Count > 0 && !module.Follows(steps))
            {
                yield return Stack(steps);
                steps = [];
            }
            if (module.Follows(steps))
                steps.Add(module);
            else
                yield return module;
        }
        if (steps.Count > 0)
            yield return Stack(steps);
    }

    /// <summary>Whether this is the batch normalisation of the step after others.</summary>
    private bool Follows(List<StateModule> steps) => Has("running_mean")
        && Name.EndsWith($".{steps.Count}", StringComparison.Ordinal)
        && (steps.Count == 0 || Parent(Name) == Parent(steps[0].Name));

    private static StateModule Stack(List<StateModule> steps)
    {
        if (steps.Count == 1)
            return steps[0];
        string[] Shapes(StateModule step) => [.. step.Entries
            .Select(entry => $"{entry.Key} [{string.Join(", ", entry.Value.shape)}]").Order(StringComparer.Ordinal)];
        if (steps.Find(step => !Shapes(step).SequenceEqual(Shapes(steps[0]))) is { } other)
            throw new ArgumentException($"The batch normalisation '{other.Name}' has {string.Join(", ", Shapes(other))}, but "
                + $"'{steps[0].Name}' has {string.Join(", ", Shapes(steps[0]))}: those of all steps must be alike.");
        return new(Parent(steps[0].Name), steps[0].First, steps[0].Entries.Keys.ToDictionary(key => key,
            key => stack([.. steps.Select(step => step.Entries[key].detach().cpu())])));
    }

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
