using System.Collections.Immutable;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Npz;

/// <summary>Spikes in the sparse arrays of a <c>.npz</c> file, with one row in memory at a time.</summary>
internal sealed class SparseNpzSpikes : SpikeFile
{
    private readonly NpzReader _content;
    private readonly string _path;
    private readonly long[] _starts;

    public SparseNpzSpikes(NpzReader content, string path)
    {
        (_content, _path) = (content, path);
        _starts = content.ReadIntegers(SparseNpzOutput.Starts);
        long[] dimensions = content.ReadIntegers(SparseNpzOutput.Dimensions);
        if (_starts is not [0, ..] || _starts.Zip(_starts.Skip(1)).Any(pair => pair.Second < pair.First)
            || dimensions.Length == 0 || dimensions.Any(dimension => dimension is < 1 or > int.MaxValue))
            throw ToolException.BadInput($"The arrays of '{path}' do not match each other: encode it again.");
        Dimensions = [.. dimensions.Select(dimension => (int)dimension)];
        SpikeRows.CheckSlots(Dimensions, path);
        long most = SpikeML.Dimensions.Product(Dimensions.AsSpan());
        if (_starts.Zip(_starts.Skip(1)).Any(pair => pair.Second - pair.First > most))
            throw ToolException.BadInput($"A row of '{path}' has more spikes than steps x neurons: encode it again.");
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows => _starts.Length - 1;

    public override IEnumerable<SpikeTrain> Trains()
    {
        using NpyReader slots = _content.OpenRows<int>(SparseNpzOutput.Slots),
            values = _content.OpenRows<float>(SparseNpzOutput.Values);
        for (long row = 0; row < Rows; row++)
            yield return Read(row, slots, values);
    }

    public override SpikeTrain Train(long row, CancellationToken cancellation)
    {
        using NpyReader slots = _content.OpenRows<int>(SparseNpzOutput.Slots),
            values = _content.OpenRows<float>(SparseNpzOutput.Values);
        slots.Skip(_starts[row], cancellation);
        values.Skip(_starts[row], cancellation);
        return Read(row, slots, values);
    }

    private SpikeTrain Read(long row, NpyReader slots, NpyReader values)
    {
        int neurons = SpikeML.Dimensions.Count(Dimensions[1..]);
        int[] places = slots.ReadNext<int>((int)(_starts[row + 1] - _starts[row]));
        float[] amplitudes = values.ReadNext<float>(places.Length);
        IEnumerable<SpikeEvent> spikes = places.Zip(amplitudes, (place, amplitude) =>
            new SpikeEvent(place / neurons, place % neurons, amplitude));
        return Train(_path, row, () => SpikeTrain.FromEvents(spikes, Dimensions[0], Dimensions[1..].AsSpan()));
    }

    public override void Dispose() => _content.Dispose();
}
