using System.Collections.Immutable;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npy;

/// <summary>Spikes in a dense array of dimensions [rows, steps, neurons' dimensions], with one row in memory at a time.</summary>
internal sealed class ArraySpikes : SpikeFile
{
    private readonly ArraySource _source;

    public ArraySpikes(ArraySource source)
    {
        _source = source;
        NpyHeader header = source.Header;
        if (header.Type.IsStructured)
            throw source.Structured(header.Type);
        if (header is { IsFortranOrder: true, Shape.Length: > 1 })
            throw ToolException.BadInput($"{source.Place} is in column-major order: save numpy.ascontiguousarray(array).");
        if (header.Shape.Length < 2)
            throw ToolException.BadInput($"{source.Place} has dimensions {header.ShapeText}, not [rows, steps, neurons].");
        Rows = header.Shape[0];
        Dimensions = ArrayShapes.OfRow(source, header);
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows { get; }

    public override IEnumerable<SpikeTrain> Trains()
    {
        using OpenArray array = _source.Open();
        NumberReader<float> spikes = new(array.Reader);
        float[] row = [];
        for (long read = 0; read < Rows; read++)
        {
            // Memory is only allocated for a row that is actually in the file.
            if (read == 0)
                row = spikes.ReadNext(SpikeML.Dimensions.Count(Dimensions));
            else
                spikes.Read(row);
            yield return Make(read, row);
        }
        array.Reader.Finish();
    }

    public override SpikeTrain Train(long row, CancellationToken cancellation)
    {
        using OpenArray array = _source.Open();
        NumberReader<float> spikes = new(array.Reader);
        int slots = SpikeML.Dimensions.Count(Dimensions);
        spikes.Skip(row * slots, cancellation);
        return Make(row, spikes.ReadNext(slots));
    }

    private SpikeTrain Make(long row, float[] values) => Train(_source.Path, row, () =>
        SpikeTrain.FromDense(values, Dimensions[0], NeuronDimensions.AsSpan()));

    public override void Dispose()
    {
    }
}
