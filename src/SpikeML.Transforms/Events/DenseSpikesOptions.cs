using System.Collections.Immutable;

namespace SpikeML;

/// <summary>Options of the conversion of events to spike trains.</summary>
public sealed record DenseSpikesOptions : SpikeCode
{
    /// <summary>The number of time steps, at least 1.</summary>
    /// <value>100 by default.</value>
    public int NumSteps { get; init; } = 100;

    /// <summary>The neurons' dimensions, such as [28, 28]; empty for a single neuron.</summary>
    /// <value>Empty by default.</value>
    public ImmutableArray<int> Shape { get; init; } = [];

    /// <summary>Two codes are equal if their steps and dimensions are equal.</summary>
    public bool Equals(DenseSpikesOptions? other) => base.Equals(other) && NumSteps == other.NumSteps
        && Shape.AsSpan().SequenceEqual(other.Shape.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(NumSteps, Dimensions.Product(Shape.AsSpan()));

    internal override InputKind Input => InputKind.Events;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => [NumSteps, .. Shape];

    internal override ColumnNotes Notes => ColumnNotes.Spikes;

    internal override string SilenceRemedy => "Its rows have no events: check the source of the data.";

    internal override RowEncoder MakeEncoder(RowShape shape) => new EventTrainEncoder(this, shape);

    internal override void Encode(in RowInput row, Span<float> output)
    {
        EventReading.CheckLength(row.Values);
        EventReading.AddAll(row.Values, row.Shape.OutputSteps, row.Shape.OutputWidth, output);
    }

    internal override string OnnxReason =>
        "events at the same step and neuron are added up, for which the ONNX operations that ML.NET writes have none";

    internal override void Validate()
    {
        OptionCheck.AtLeast(1, NumSteps, nameof(NumSteps));
        OptionCheck.Require(
            !Shape.IsDefault, Shape, nameof(Shape), "Shape must list the neurons' dimensions; leave it empty for one neuron.");
        foreach (int dimension in Shape)
            OptionCheck.AtLeast(1, dimension, nameof(Shape));
        OptionCheck.Require(Dimensions.Product([NumSteps, .. Shape]) <= Array.MaxLength, NumSteps, nameof(NumSteps),
            $"NumSteps times the neurons of {Dimensions.Text(Shape)} must be at most {Array.MaxLength}.");
    }

    internal override void Save(BinaryWriter writer)
    {
        writer.Write(NumSteps);
        writer.WriteDimensions(Shape);
    }

    internal static DenseSpikesOptions Load(BinaryReader reader) =>
        new DenseSpikesOptions { NumSteps = reader.ReadInt32(), Shape = reader.ReadDimensions() }.Validated();
}
