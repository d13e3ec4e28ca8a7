using System.Collections.Immutable;

namespace SpikeML;

/// <summary>What is read out of the spikes of each neuron (<see cref="SpikeReadout"/>).</summary>
public sealed record SpikeReadoutOptions : SpikeCode
{
    /// <summary>What is read out.</summary>
    /// <value>The number of spikes by default.</value>
    public SpikeReadoutKind Kind { get; init; }

    internal override InputKind Input => InputKind.Series;

    internal override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) =>
        Kind == SpikeReadoutKind.CumulativeSum ? inputDimensions : inputDimensions.Length == 1 ? [1] : inputDimensions.RemoveAt(0);

    internal override void Encode(in RowInput row, Span<float> output)
    {
        FeatureCheck.AllFinite(row.Values);
        switch (Kind)
        {
            case SpikeReadoutKind.Count:
                SpikeReadout.Count(row.Values, output);
                break;
            case SpikeReadoutKind.MeanRate:
                SpikeReadout.MeanRate(row.Values, output);
                break;
            case SpikeReadoutKind.FirstSpikeTime:
                SpikeReadout.FirstSpikeTime(row.Values, output);
                break;
            default:
                SpikeReadout.CumulativeSum(row.Values, output, row.Shape.NeuronCount);
                break;
        }
    }

    internal override void Validate() => OptionCheck.Require(Enum.IsDefined(Kind), Kind, "kind", "There is no such readout.");

    internal override void Save(BinaryWriter writer) => writer.Write((int)Kind);

    internal static SpikeReadoutOptions Load(BinaryReader reader) => new SpikeReadoutOptions { Kind = (SpikeReadoutKind)reader.ReadInt32() }.Validated();
}
