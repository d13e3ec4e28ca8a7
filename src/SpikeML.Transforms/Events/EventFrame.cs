using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>Counts an event; the neuron must be one of the frame's, which is not checked again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Count(int neuron)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_counts), neuron)++;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_marks), (int)((uint)neuron / BlockLength)) = 1;
    }

    /// <summary>Appends the counts above 0 to those of all bins, and clears them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MoveTo(EventCounts counts, int bin)
    {
        for (int block = 0; block < _blocks; block += Vector512<byte>.Count)
        {
            Vector512<byte> marks = Vector512.Create<byte>(_marks.AsSpan(block));
            ulong marked = Vector512.GreaterThan(marks, Vector512<byte>.Zero).ExtractMostSignificantBits();
            while (marked != 0)
            {
                // Successive blocks with events are moved together. The sum carries through their marks.
                int first = BitOperations.TrailingZeroCount(marked), length = BitOperations.TrailingZeroCount(~(marked >> first));
                counts.Move((block + first) * BlockLength, _counts.AsSpan((block + first) * BlockLength, length * BlockLength));
                marked &= marked + (1UL << first);
            }
        }
        _marks.AsSpan(0, _blocks).Clear();
        counts.EndBin(bin);
    }

    /// <summary>Gives its memory back for the next frame.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(_counts);
        ArrayPool<byte>.Shared.Return(_marks);
    }

    /// <summary>Complete vectors of marks.</summary>
    private static int Blocks(int neurons) =>
        ((neurons - 1) / (BlockLength * Vector512<byte>.Count) + 1) * Vector512<byte>.Count;
}
