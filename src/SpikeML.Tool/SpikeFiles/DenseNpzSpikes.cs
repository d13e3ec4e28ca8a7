using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.SpikeFiles;

/// <summary>Spikes in a dense array of a <c>.npz</c> file, one row in memory at a time.</summary>
internal sealed class DenseNpzSpikes : SpikeFile
{
    private readonly NpzContent _content;

    public DenseNpzSpikes(NpzContent content)
    {
        _content = content;
        (NpyHeader header, Stream values) = content.Expect(DenseNpzOutput.Spikes, "<f4");
        values.Dispose();
        if (header.Shape.Length < 2 || header.Shape.Skip(1).Any(dimension => dimension is < 1 or > int.MaxValue))
            throw ToolException.BadInput($"The array '{DenseNpzOutput.Spikes}' of '{content.FilePath}' has dimensions [{string.Join(", ", header.Shape)}], not [rows, steps, neurons].");
        Rows = header.Shape[0];
        Dimensions = [.. header.Shape.Skip(1).Select(dimension => (int)dimension)];
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows { get; }

    public override IEnumerable<SpikeTrain> Trains()
    {
        using Stream values = _content.Expect(DenseNpzOutput.Spikes, "<f4").Values;
        float[] row = new float[Dimensions.Aggregate(1, (product, dimension) => checked(product * dimension))];
        for (long read = 0; read < Rows; read++)
        {
            _content.ReadExactly(values, MemoryMarshal.AsBytes(row.AsSpan()), DenseNpzOutput.Spikes);
            yield return SpikeTrain.FromDense(row, Dimensions[0], [.. Dimensions.Length == 1 ? [1] : Dimensions[1..]]);
        }
    }

    public override void Dispose() => _content.Dispose();
}
