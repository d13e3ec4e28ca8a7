using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The neuron names of several spike columns; empty names for a column that has none.</summary>
internal sealed class JoinedNames(ImmutableArray<string> others) : ColumnNames
{
    public override bool ArePromised(SchemaShape schema, SchemaShape.Column input) =>
        Has(input, SpikeAnnotations.NeuronNames) || others.Any(name =>
            schema.TryFindColumn(name, out SchemaShape.Column other) && Has(other, SpikeAnnotations.NeuronNames));

    public override ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Find(
        DataViewSchema schema, DataViewSchema.Column input, int count)
    {
        (int Count, ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Names)[] parts =
            [.. others.Select(name => schema[name]).Prepend(input).Select(Part)];
        if (parts.All(part => part.Names is null))
            return null;
        return (ref VBuffer<ReadOnlyMemory<char>> names) =>
        {
            VBufferEditor<ReadOnlyMemory<char>> editor = VBufferEditor.Create(ref names, count);
            editor.Values.Clear();
            int first = 0;
            foreach ((int length, ValueGetter<VBuffer<ReadOnlyMemory<char>>>? own) in parts)
            {
                VBuffer<ReadOnlyMemory<char>> buffer = default;
                own?.Invoke(ref buffer);
                buffer.CopyTo(editor.Values[first..]);
                first += length;
            }
            names = editor.Commit();
        };
    }

    private static (int Count, ValueGetter<VBuffer<ReadOnlyMemory<char>>>? Names) Part(DataViewSchema.Column column)
    {
        int neurons = SpikeColumn.TryMake(column)!.NeuronCount;
        return (neurons, Find(column, SpikeAnnotations.NeuronNames, neurons));
    }
}
