using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Spikes as events: for each its step, neuron and value, in time order. There is nothing to choose.</summary>
public sealed record SpikeEventsOptions : SpikeCode
{
    internal override InputKind Input => InputKind.Series;

    internal override string? Refusal(ImmutableArray<int> inputDimensions) => EventVectors.Refusal(inputDimensions);

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => [0, EventVectors.Fields];

    internal override SchemaShape.Column Promise(string outputColumnName) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Single, isKey: false);

    internal override RowEncoder MakeEncoder(RowShape shape) => new EventRowEncoder(shape);

    internal override void Encode(in RowInput row, Span<float> output) => EventVectors.FromDense(row.Values, output, row.Shape.NeuronCount);

    internal override void Validate()
    {
    }

    internal override void Save(BinaryWriter writer)
    {
    }

    internal static SpikeEventsOptions Load(BinaryReader _) => new();

    /// <summary>Rows have as many values as they have events.</summary>
    private sealed class EventRowEncoder(RowShape shape) : RowEncoder
    {
        public override void Encode(in RowInput row, ref VBuffer<float> output)
        {
            FeatureCheck.AllFinite(row.Values);
            VBufferEditor<float> editor = VBufferEditor.Create(ref output, (row.Values.Length - row.Values.Count(0f)) * EventVectors.Fields);
            EventVectors.FromDense(row.Values, editor.Values, shape.NeuronCount);
            output = editor.Commit();
        }
    }
}
