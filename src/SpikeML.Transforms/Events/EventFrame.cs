using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The numbers of events of all pixels in one bin, with a mark for each block of pixels that has any.</summary>
internal readonly struct EventFrame
{
    private const int BlockLength = 64;

    private readonly int[] _counts;
    private readonly byte[] _marks;
    private readonly int _blocks;

    public EventFrame(int neurons)
    {
        _blocks = Blocks(neurons);
        _counts = ArrayPool<int>.Shared.Rent(_blocks * BlockLength);
        _marks = ArrayPool<byte>.Shared.Rent(_blocks);
        _counts.AsSpan(0, _blocks * BlockLength).Clear();
        _marks.AsSpan(0, _blocks).Clear();
    }

    /// <summary>The number of vectors of marks to examine for each bin.</summary>
    public static int Passes(int neurons) => Blocks(neurons) / Vector512<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int neuron)
    {
        _counts[neuron]++;
        _marks[(uint)neuron / BlockLength] = 1;
    }

    /// <summary>Appends the non-zero counts to a list, as spikes of a step, and clears them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MoveTo(SpikeEventList spikes, int step)
    {
        int block = 0;
        for (; block < _blocks; block += Vector512<byte>.Count)
        {
            Vector512<byte> marks = Vector512.Create<byte>(_marks.AsSpan(block));
            ulong marked = Vector512.GreaterThan(marks, Vector512<byte>.Zero).ExtractMostSignificantBits();
            for (; marked != 0; marked &= marked - 1)
                MoveBlock(block + BitOperations.TrailingZeroCount(marked), spikes, step);
        }
        _marks.AsSpan(0, _blocks).Clear();
    }

    /// <summary>Gives its memory back for the next frame.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(_counts);
        ArrayPool<byte>.Shared.Return(_marks);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MoveBlock(int block, SpikeEventList spikes, int step)
    {
        Span<int> counts = _counts.AsSpan(block * BlockLength, BlockLength);
        Span<SpikeEvent> room = spikes.Room(BlockLength - counts.Count(0));
        int written = 0;
        for (int first = 0; first < BlockLength; first += Vector512<int>.Count)
        {
            Vector512<int> own = Vector512.Create<int>(counts[first..]);
            uint counted = (uint)Vector512.GreaterThan(own, Vector512<int>.Zero).ExtractMostSignificantBits();
            for (; counted != 0; counted &= counted - 1)
            {
                int neuron = first + BitOperations.TrailingZeroCount(counted);
                room[written++] = new SpikeEvent(step, block * BlockLength + neuron, counts[neuron]);
            }
        }
        spikes.Advance(written);
        counts.Clear();
    }

    /// <summary>Complete vectors of marks.</summary>
    private static int Blocks(int neurons) =>
        ((neurons - 1) / (BlockLength * Vector512<byte>.Count) + 1) * Vector512<byte>.Count;
}
