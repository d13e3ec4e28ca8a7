using System.Collections.Immutable;

namespace SpikeML;

/// <summary>
/// A voxel grid [NumBins, height, width]: polarities, 1 or -1, are added to the two nearest bins in time, with weights that add
/// up to 1 (Tonic's <c>ToVoxelGrid</c>; Zhu et al. 2019).
/// </summary>
/// <remarks>
/// The time from the row's first to its last event is divided into <see cref="NumBins"/>. What would fall after the last bin is
/// left out. Where all events are at one time, they are in bin 0.
/// </remarks>
public sealed record VoxelGridOptions : EventTensorCode
{
    /// <summary>The number of bins in time, at least 1.</summary>
    /// <value>10 by default.</value>
    public int NumBins { get; init; } = 10;

    private protected override (ImmutableArray<int> Dimensions, string Option) Leading => ([NumBins], nameof(NumBins));

    internal override void Encode(in RowInput row, Span<float> output)
    {
        Sensor!.Value.Check(row.Events);
        VoxelGrid.Write(row.Events, Sensor!.Value, NumBins, output);
    }

    internal static VoxelGridOptions Load(BinaryReader reader) => new VoxelGridOptions
    {
        Height = ReadSide(reader),
        Width = ReadSide(reader),
        NumBins = reader.ReadInt32(),
    }.Validated();

    internal override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(NumBins);
    }
}
