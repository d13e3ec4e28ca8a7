using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// A verb of <c>mlContext.Transforms.Events</c> that gives a vector of known size whose first dimension is time and whose last
/// ones are the sensor's height and width.
/// </summary>
public abstract record EventTensorCode : EventCode
{
    private protected EventTensorCode()
    {
    }

    internal override bool NeedsSensor => true;

    internal override ColumnNotes Notes => ColumnNotes.Spikes;

    internal override bool ShouldFire => false;

    /// <summary>The dimensions before height and width, and the name of the option that is the first of them.</summary>
    private protected abstract (ImmutableArray<int> Dimensions, string Option) Leading { get; }

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        [.. Leading.Dimensions, Height ?? 1, Width ?? 1];

    internal override void Validate()
    {
        base.Validate();
        (ImmutableArray<int> dimensions, string option) = Leading;
        OptionCheck.AtLeast(1, dimensions[0], option);
        long slots = Dimensions.Product(OutputDimensions([]).AsSpan());
        OptionCheck.Require(slots <= Array.MaxLength, dimensions[0], option,
            $"{Dimensions.Text(OutputDimensions([]))} are {slots:N0} slots, and a vector has at most {Array.MaxLength:N0}: lower "
            + $"{option} to {Array.MaxLength / (slots / dimensions[0]):N0} or less, Resize or Crop the events first, or cut the "
            + "recording into slices. The trains of EventBinning have no such limit.");
    }
}
