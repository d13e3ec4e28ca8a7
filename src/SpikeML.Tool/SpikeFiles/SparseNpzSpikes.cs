using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SpikeML.Tool.Outputs;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.SpikeFiles;

/// <summary>Spikes in the sparse arrays of a <c>.npz</c> file, one row in memory at a time.</summary>
internal sealed class SparseNpzSpikes : SpikeFile
{
    private readonly NpzContent _content;
    private readonly long[] _starts;

    public SparseNpzSpikes(NpzContent content)
    {
        _content = content;
        _starts = content.ReadAll<long>(SparseNpzOutput.Starts, "<i8");
        Dimensions = [.. content.ReadAll<long>(SparseNpzOutput.Dimensions, "<i8").Select(dimension => checked((int)dimension))];
        if (_starts is not [0, ..] || _starts.Zip(_starts.Skip(1)).Any(pair => pair.Second < pair.First) || Dimensions.IsEmpty)
            throw ToolException.BadInput($"The arrays of '{content.FilePath}' do not fit each other: make the file anew.");
    }

    public override ImmutableArray<int> Dimensions { get; }

    public override long Rows => _starts.Length - 1;

    public override IEnumerable<SpikeTrain> Trains()
    {
        using NpzContent second = new(_content.FilePath);
        using Stream slots = _content.Expect(SparseNpzOutput.Slots, "<i4").Values;
        using Stream values = second.Expect(SparseNpzOutput.Values, "<f4").Values;
        int neurons = Dimensions.Skip(1).Aggregate(1, (product, dimension) => checked(product * dimension));
        for (long row = 0; row < Rows; row++)
        {
            int[] places = new int[checked((int)(_starts[row + 1] - _starts[row]))];
            float[] amplitudes = new float[places.Length];
            _content.ReadExactly(slots, MemoryMarshal.AsBytes(places.AsSpan()), SparseNpzOutput.Slots);
            _content.ReadExactly(values, MemoryMarshal.AsBytes(amplitudes.AsSpan()), SparseNpzOutput.Values);
            yield return SpikeTrain.FromEvents(
                places.Zip(amplitudes, (place, amplitude) => new SpikeEvent(place / neurons, place % neurons, amplitude)),
                Dimensions[0], Dimensions[1..].AsSpan());
        }
    }

    public override void Dispose() => _content.Dispose();
}
