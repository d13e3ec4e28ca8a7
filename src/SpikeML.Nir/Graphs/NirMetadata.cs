using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SpikeML.Nir;

/// <summary>Metadata of a node: an immutable dictionary with the equality of its content.</summary>
internal sealed class NirMetadata : IReadOnlyDictionary<string, object>, IEquatable<NirMetadata>
{
    private readonly ImmutableSortedDictionary<string, object> _values;

    private NirMetadata(ImmutableSortedDictionary<string, object> values) => _values = values;

    public static NirMetadata Empty { get; } = new(ImmutableSortedDictionary.Create<string, object>(StringComparer.Ordinal));

    public static NirMetadata Copy(IReadOnlyDictionary<string, object> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        return values as NirMetadata ?? new(values.ToImmutableSortedDictionary(pair => Key(pair.Key, parameter),
            pair => Value(pair.Key, pair.Value, parameter), StringComparer.Ordinal));
    }

    public int Count => _values.Count;

    public object this[string key] => _values[key];

    public IEnumerable<string> Keys => _values.Keys;

    public IEnumerable<object> Values => _values.Values;

    public bool ContainsKey(string key) => _values.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(NirMetadata? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as NirMetadata);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (KeyValuePair<string, object> pair in _values)
            hash.Add(pair);
        return hash.ToHashCode();
    }

    public override string ToString() => $"{{{string.Join(", ", _values.Select(pair => $"{pair.Key}: {pair.Value}"))}}}";

    private static string Key(string key, string parameter) => NirName.Fault(key) is not { } fault ? key
        : throw new ArgumentException($"The key '{key}' of metadata {fault}.", parameter);

    private static object Value(string key, object? value, string parameter) => value switch
    {
        string or double or long or NirArray => value,
        int or short or byte => Convert.ToInt64(value, null),
        float single => (double)single,
        IEnumerable<string> texts => OptionList.Copy<string>([.. texts]),
        IReadOnlyDictionary<string, object> nested => Copy(nested, parameter),
        _ => throw new ArgumentException($"The metadata '{key}' is of type {value?.GetType().Name ?? "null"}; it must be "
            + $"String, Int64, Double, {nameof(NirArray)}, a list of Strings or a dictionary of these.", parameter),
    };
}
