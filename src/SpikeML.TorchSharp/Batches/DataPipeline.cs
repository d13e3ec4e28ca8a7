using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Torch;

/// <summary>The stack of views that data consists of.</summary>
internal static class DataPipeline
{
    /// <summary>
    /// The view and the views below it, down to the sources, each with the lowest view above it that cannot be applied to another
    /// source, such as a cache, or null if there is none.
    /// </summary>
    public static IEnumerable<(IDataView View, IDataView? Fixed)> Views(IDataView data)
    {
        HashSet<IDataView> seen = new(ReferenceEqualityComparer.Instance);
        Stack<(IDataView View, IDataView? Fixed)> left = new([(data, null)]);
        while (left.TryPop(out (IDataView View, IDataView? Fixed) part))
        {
            if (!seen.Add(part.View))
                continue;
            yield return part;
            if (part.View is IDataTransform transform)
                left.Push((transform.Source, part.Fixed));
            else
                foreach (IDataView source in HiddenSources(part.View))
                    left.Push((source, part.View));
        }
    }

    /// <summary>The sources held by views that do not expose them, such as ML.NET's caches and predicate filters.</summary>
    private static IEnumerable<IDataView> HiddenSources(IDataView view)
    {
        for (Type? type = view.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                object? value = typeof(IDataView).IsAssignableFrom(field.FieldType)
                    || typeof(IEnumerable<IDataView>).IsAssignableFrom(field.FieldType) ? field.GetValue(view) : null;
                foreach (IDataView source in value is IDataView one ? [one] : value as IEnumerable<IDataView> ?? [])
                    yield return source;
            }
        }
    }
}
