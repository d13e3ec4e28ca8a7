using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SpikeML;

/// <summary>The arrays of a <c>.npz</c> file by name. An unreadable array throws only when it is accessed.</summary>
internal sealed class NpzArrays : IReadOnlyDictionary<string, NpyArray>
{
    private readonly OrderedDictionary<string, (NpyArray? Array, FormatException? Error)> _arrays = [];

    public NpzArrays(NpzReader reader)
    {
        foreach (string name in reader.Names)
            _arrays.Add(name, Read(reader, name));
    }

    public int Count => _arrays.Count;

    public IEnumerable<string> Keys => _arrays.Keys;

    public IEnumerable<NpyArray> Values => _arrays.Values.Select(Given);

    public NpyArray this[string key] => TryGetValue(key, out NpyArray? array)
        ? array
        : throw new KeyNotFoundException(
            $"There is no array '{key}'. The arrays are: {string.Join(", ", Keys.Select(name => $"'{name}'"))}.");

    public bool ContainsKey(string key) => _arrays.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out NpyArray value)
    {
        bool isThere = _arrays.TryGetValue(key, out var array);
        value = isThere ? Given(array) : null;
        return isThere;
    }

    public IEnumerator<KeyValuePair<string, NpyArray>> GetEnumerator() =>
        _arrays.Select(array => KeyValuePair.Create(array.Key, Given(array.Value))).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static (NpyArray?, FormatException?) Read(NpzReader reader, string name)
    {
        try
        {
            return (reader.Read(name), null);
        }
        catch (FormatException error)
        {
            return (null, error);
        }
    }

    private static NpyArray Given((NpyArray? Array, FormatException? Error) array) =>
        array.Array ?? throw new FormatException(array.Error!.Message, array.Error);
}
