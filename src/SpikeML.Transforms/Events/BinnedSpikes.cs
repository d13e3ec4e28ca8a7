using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>
/// The spikes of successive bins, in memory that is reused. A train takes them when their number is known, so that its own array
/// is as long as they are.
/// </summary>
internal sealed class BinnedSpikes : IDisposable
{
    private SpikeEvent[] _spikes = [];
    private int _count;

    public ReadOnlySpan<SpikeEvent> Spikes => _spikes.AsSpan(0, _count);

    /// <summary>Begins anew.</summary>
    /// <param name="largestCount">The largest number of spikes that may be added.</param>
    public void Clear(int largestCount)
    {
        _count = 0;
        if (_spikes.Length >= largestCount)
            return;
        Dispose();
        _spikes = ArrayPool<SpikeEvent>.Shared.Rent(largestCount);
    }

    /// <summary>Appends the spike of one pixel.</summary>
    public void Add(int bin, int neuron, int number) => _spikes[_count++] = new(bin, neuron, number);

    /// <summary>Appends a spike for each of 64 successive pixels that has events.</summary>
    /// <param name="bin">The bin.</param>
    /// <param name="firstNeuron">The number of the first pixel.</param>
    /// <param name="chosen">Which pixels have events.</param>
    /// <param name="numbers">The numbers of events of all pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bin, int firstNeuron, ulong chosen, byte[] numbers)
    {
        // One check covers all that is written.
        Span<SpikeEvent> room = _spikes.AsSpan(_count, BitOperations.PopCount(chosen));
        _count += room.Length;
        ref byte number = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), firstNeuron);
        ref SpikeEvent next = ref MemoryMarshal.GetReference(room);
        for (; chosen != 0; chosen &= chosen - 1)
        {
            int pixel = BitOperations.TrailingZeroCount(chosen);
            next = new SpikeEvent(bin, firstNeuron + pixel, Unsafe.Add(ref number, pixel));
            next = ref Unsafe.Add(ref next, 1);
        }
    }

    /// <summary>A train of these spikes, which this memory no longer shares.</summary>
    public SpikeTrain ToTrain(int numSteps, ImmutableArray<int> shape)
    {
        SpikeEvent[] own = GC.AllocateUninitializedArray<SpikeEvent>(_count);
        Spikes.CopyTo(own);
        return new SpikeTrain(numSteps, shape, own);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_spikes.Length > 0)
            ArrayPool<SpikeEvent>.Shared.Return(_spikes);
        _spikes = [];
    }
}
