using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>Converts spikes to events: the step, neuron and value of each spike, in time order. It has no options.</summary>
public sealed record SpikeEventsOptions : SpikeCode
{
    internal override InputKind Input => InputKind.Series;

    internal override string? Refusal(ImmutableArray<int> inputDimensions) => EventVectors.Refusal(inputDimensions);

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => [0, EventVectors.Fields];

    internal override SchemaShape.Column Promise(string outputColumnName, SchemaShape.Column input) =>
        new(outputColumnName, SchemaShape.Column.VectorKind.VariableVector, NumberDataViewType.Single, isKey: false);

    internal override RowEncoder MakeEncoder(RowShape shape) => new EventRowEncoder(this);

    internal override bool ReadsSparse => true;

    internal override bool ReadsSpikes => true;

    internal override void Encode(in RowInput row, Span<float> output)
    {
        if (row.IsSparse)
            EventWriting.FromSparse(row.Slots, row.Values, output, row.Shape.NeuronCount);
        else
            EventWriting.FromDense(row.Values, output, row.Shape.NeuronCount);
    }

    internal override string OnnxReason => "rows have different numbers of events, and ONNX's tensors have no such rows";

    internal override void Validate()
    {
    }

    internal override void Save(BinaryWriter writer)
    {
    }

    internal static SpikeEventsOptions Load(BinaryReader _) => new();

    /// <summary>The length of a row depends on its number of events.</summary>
    private sealed class EventRowEncoder(SpikeEventsOptions code) : RowEncoder
    {
        public override void Encode(in RowInput row, ref VBuffer<float> output)
        {
            FeatureCheck.AllFinite(row.Spikes);
            VBufferEditor<float> editor = VBufferEditor.Create(ref output, SpikeBuffers.Count(row.Values) * EventVectors.Fields);
            code.Encode(row, editor.Values);
            output = editor.Commit();
        }
    }
}
