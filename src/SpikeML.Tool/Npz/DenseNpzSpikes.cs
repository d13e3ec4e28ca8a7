using System.Collections.Immutable;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npz;

/// <summary>Spikes in a dense array of a <c>.npz</c> file, with one row in memory at a time.</summary>
internal sealed class DenseNpzSpikes : SpikeFile
{
    private readonly NpzReader _content;
    private readonly string _path;

    public DenseNpzSpikes(NpzReader content, string path)
    {
        (_content, _path) = (content, path);
        using NpyReader spikes = content.OpenRows<float>(DenseNpzOutput.Spikes);
        ImmutableArray<long> shape = spikes.Header.Shape;
        if (shape.Length < 2 || shape.Skip(1).Any(dimension => dimension is < 1 or > int.MaxValue))
            throw ToolException.BadInput(
                $"The array '{DenseNpzOutput.Spikes}' of '{path}' has dimensions {spikes.Header.ShapeText}, not [rows, steps, "
                    + "neurons].");
        Rows = shape[0];
        Dimensions = [.. shape.Skip(1).Select(dimension => (int)dimension)];
        SpikeRows.CheckSlots(Dimensions, path);
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows { get; }

    public override IEnumerable<SpikeTrain> Trains()
    {
        using NpyReader spikes = _content.OpenRows<float>(DenseNpzOutput.Spikes);
        float[] row = [];
        for (long read = 0; read < Rows; read++)
        {
            if (read == 0)
                row = spikes.ReadNext<float>(SpikeML.Dimensions.Count(Dimensions));
            else
                spikes.Read<float>(row);
            yield return Make(read, row);
        }
    }

    public override SpikeTrain Train(long row, CancellationToken cancellation)
    {
        using NpyReader spikes = _content.OpenRows<float>(DenseNpzOutput.Spikes);
        int slots = SpikeML.Dimensions.Count(Dimensions);
        spikes.Skip(row * slots, cancellation);
        return Make(row, spikes.ReadNext<float>(slots));
    }

    private SpikeTrain Make(long row, float[] values) => Train(_path, row, () =>
        SpikeTrain.FromDense(values, Dimensions[0], [.. Dimensions.Length == 1 ? [1] : Dimensions[1..]]));

    public override void Dispose() => _content.Dispose();
}
