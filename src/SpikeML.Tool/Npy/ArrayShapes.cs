using System.Collections.Immutable;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npy;

/// <summary>The dimensions of arrays of rows.</summary>
internal static class ArrayShapes
{
    /// <summary>The dimensions of a row: those of the array after the first, or one value.</summary>
    /// <exception cref="ToolException">The array is a scalar, or its rows are empty or too large.</exception>
    public static ImmutableArray<int> OfRow(ArraySource source, NpyHeader header)
    {
        if (header.Shape.IsEmpty)
            throw ToolException.BadInput($"{source.Place} is a single value: save an array whose first dimension is the rows.");
        if (header.Shape.Skip(1).Any(dimension => dimension is < 1 or > int.MaxValue)
            || header.Shape.Skip(1).Aggregate((Int128)1, (size, dimension) => size * dimension) > Array.MaxLength)
            throw ToolException.BadInput($"{source.Place} has the dimensions {header.ShapeText}: each row must have 1 to "
                + $"{Array.MaxLength} values.");
        return header.Shape.Length == 1 ? [1] : [.. header.Shape.Skip(1).Select(dimension => (int)dimension)];
    }

    /// <summary>The header of the rows of several arrays, one after the other.</summary>
    /// <param name="parts">The arrays, with the names that errors give them.</param>
    /// <exception cref="ToolException">The arrays differ in more than the number of rows.</exception>
    public static NpyHeader Joined(IReadOnlyList<(string Place, NpyHeader Header)> parts)
    {
        NpyHeader first = parts[0].Header;
        foreach ((string place, NpyHeader header) in parts)
        {
            if (header.Type != first.Type || !header.Shape[1..].SequenceEqual(first.Shape[1..]))
                throw ToolException.BadInput($"{place} is {Show(header)}, {Lower(parts[0].Place)} {Show(first)}: these are not "
                    + "shards of one run.");
        }
        return first with { Shape = [parts.Sum(part => part.Header.Shape[0]), .. first.Shape[1..]] };
    }

    private static string Show(NpyHeader header) => $"{header.Type.Description} {header.ShapeText}";

    /// <summary>The name of an array within a sentence.</summary>
    public static string Lower(string place) => $"{char.ToLowerInvariant(place[0])}{place[1..]}";
}
