using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SpikeML;

/// <summary>A list in an options record: a copy, so it stays as it was validated, with equality by content.</summary>
internal sealed class OptionList<T>(ImmutableArray<T> items) : IReadOnlyList<T>, IEquatable<OptionList<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(OptionList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.ToSpan());

    public override bool Equals(object? obj) => Equals(obj as OptionList<T>);

    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", items)}]";

    private ReadOnlySpan<T> ToSpan() => items.AsSpan();
}

/// <summary>Makes lists of options.</summary>
internal static class OptionList
{
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlyList<T>? Copy<T>(IReadOnlyList<T>? items) =>
        items is null or OptionList<T> ? items : new OptionList<T>([.. items]);
}
