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
    private readonly byte[] _numbers, _marks;
    private readonly Dictionary<int, int> _excess;
    private readonly int _blocks;

    /// <param name="neurons">The number of pixels, times two for their polarities.</param>
    /// <param name="excess">Receives what bytes do not hold; empty.</param>
    public EventFrame(int neurons, Dictionary<int, int> excess)
    {
        _excess = excess;
        _blocks = Blocks(neurons);
        _numbers = ArrayPool<byte>.Shared.Rent(_blocks * PixelBlock.Length);
        _marks = ArrayPool<byte>.Shared.Rent(_blocks);
        _numbers.AsSpan(0, _blocks * PixelBlock.Length).Clear();
        _marks.AsSpan(0, _blocks).Clear();
    }

    /// <summary>The number of vectors of marks to examine for each bin.</summary>
    public static int Passes(int neurons) => Blocks(neurons) / Vector512<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryCount(int neuron)
    {
        if (!PixelBlock.TryIncrement(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_numbers), neuron)))
            return false;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_marks), (int)((uint)neuron / PixelBlock.Length)) = 1;
        return true;
    }

    public void SetAside(int neuron) => PixelBlock.SetAside(ref _numbers[neuron], neuron, _excess);

    /// <summary>Appends a spike for each pixel that has events, and clears their numbers.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public void MoveTo(BinnedSpikes spikes, int bin)
    {
        for (int first = 0; first < _blocks; first += Vector512<byte>.Count)
        {
            for (ulong marked = PixelBlock.Positive(_marks.AsSpan(first)); marked != 0; marked &= marked - 1)
            {
                int neuron = (first + BitOperations.TrailingZeroCount(marked)) * PixelBlock.Length;
                ulong chosen = PixelBlock.Positive(_numbers.AsSpan(neuron));
                if (_excess.Count == 0)
                    spikes.Add(bin, neuron, chosen, _numbers.AsSpan(neuron));
                else
                    AddWithExcess(spikes, bin, neuron, chosen);
                _numbers.AsSpan(neuron, PixelBlock.Length).Clear();
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

    /// <summary>Complete vectors of marks.</summary>
    private static int Blocks(int neurons) =>
        ((neurons - 1) / (PixelBlock.Length * Vector512<byte>.Count) + 1) * Vector512<byte>.Count;

    private void AddWithExcess(BinnedSpikes spikes, int bin, int firstNeuron, ulong chosen)
    {
        for (; chosen != 0; chosen &= chosen - 1)
        {
            int neuron = firstNeuron + BitOperations.TrailingZeroCount(chosen);
            spikes.Add(bin, neuron, _numbers[neuron] + _excess.GetValueOrDefault(neuron));
        }
    }
}
