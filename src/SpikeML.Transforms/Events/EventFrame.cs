using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The numbers of events of all pixels in one bin, with a mark for each block of pixels that has any.</summary>
/// <remarks>A byte holds the number of a pixel, so that frames stay in the cache. What exceeds it is kept aside.</remarks>
internal readonly struct EventFrame : IPixelCounts
{
    private const int BlockLength = 64;

    private readonly byte[] _numbers, _marks;
    private readonly Dictionary<int, int> _excess;
    private readonly int _blocks;

    /// <param name="neurons">The number of pixels, times two for their polarities.</param>
    /// <param name="excess">Receives what bytes do not hold; empty.</param>
    public EventFrame(int neurons, Dictionary<int, int> excess)
    {
        _excess = excess;
        _blocks = Blocks(neurons);
        _numbers = ArrayPool<byte>.Shared.Rent(_blocks * BlockLength);
        _marks = ArrayPool<byte>.Shared.Rent(_blocks);
        _numbers.AsSpan(0, _blocks * BlockLength).Clear();
        _marks.AsSpan(0, _blocks).Clear();
    }

    /// <summary>The number of vectors of marks to examine for each bin.</summary>
    public static int Passes(int neurons) => Blocks(neurons) / Vector512<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryCount(int neuron)
    {
        ref byte number = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), neuron);
        if (number == byte.MaxValue)
            return false;
        number++;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_marks), (int)((uint)neuron / BlockLength)) = 1;
        return true;
    }

    public void SetAside(int neuron)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_excess, neuron, out _) += _numbers[neuron];
        _numbers[neuron] = 0;
    }

    /// <summary>Appends a spike for each pixel that has events, and clears their numbers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MoveTo(BinnedSpikes spikes, int bin)
    {
        for (int first = 0; first < _blocks; first += Vector512<byte>.Count)
        {
            for (ulong marked = Positive(_marks, first); marked != 0; marked &= marked - 1)
            {
                int neuron = (first + BitOperations.TrailingZeroCount(marked)) * BlockLength;
                ulong chosen = Positive(_numbers, neuron);
                if (_excess.Count == 0)
                    spikes.Add(bin, neuron, chosen, _numbers);
                else
                    AddWithExcess(spikes, bin, neuron, chosen);
                _numbers.AsSpan(neuron, BlockLength).Clear();
            }
        }
        _marks.AsSpan(0, _blocks).Clear();
        _excess.Clear();
    }

    /// <summary>Gives its memory back for the next frame.</summary>
    public void Return()
    {
        ArrayPool<byte>.Shared.Return(_numbers);
        ArrayPool<byte>.Shared.Return(_marks);
    }

    /// <summary>A bit for each of 64 bytes that is above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Positive(byte[] bytes, int first) =>
        ~Vector512.Equals(Vector512.Create<byte>(bytes.AsSpan(first)), Vector512<byte>.Zero).ExtractMostSignificantBits();

    /// <summary>Complete vectors of marks.</summary>
    private static int Blocks(int neurons) =>
        ((neurons - 1) / (BlockLength * Vector512<byte>.Count) + 1) * Vector512<byte>.Count;

    private void AddWithExcess(BinnedSpikes spikes, int bin, int firstNeuron, ulong chosen)
    {
        for (; chosen != 0; chosen &= chosen - 1)
        {
            int neuron = firstNeuron + BitOperations.TrailingZeroCount(chosen);
            spikes.Add(bin, neuron, _numbers[neuron] + _excess.GetValueOrDefault(neuron));
        }
    }
}
