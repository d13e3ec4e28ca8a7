using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// The numbers of events of pixels, bin by bin, in memory that is reused. They become spikes when all are known, so that these
/// are written once, into an array of their own.
/// </summary>
internal sealed class EventCounts : IDisposable
{
    private readonly int[] _neurons, _numbers, _bins, _ends;
    private int _count, _binCount;

    /// <param name="largestCount">The largest number of pixels that may have events, over all bins.</param>
    /// <param name="bins">The largest number of bins that may have any.</param>
    public EventCounts(int largestCount, int bins)
    {
        int room = largestCount + Vector512<int>.Count;
        (_neurons, _numbers) = (ArrayPool<int>.Shared.Rent(room), ArrayPool<int>.Shared.Rent(room));
        (_bins, _ends) = (ArrayPool<int>.Shared.Rent(bins), ArrayPool<int>.Shared.Rent(bins));
    }

    /// <summary>Appends those of successive pixels that have events, and clears their numbers.</summary>
    /// <param name="firstNeuron">The number of the first pixel.</param>
    /// <param name="numbers">The number of events of each; a multiple of 16 pixels.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Move(int firstNeuron, Span<int> numbers)
    {
        ref int neuron = ref MemoryMarshal.GetArrayDataReference(_neurons);
        ref int number = ref MemoryMarshal.GetArrayDataReference(_numbers);
        Vector512<int> neurons = Vector512<int>.Indices + Vector512.Create(firstNeuron);
        int count = _count;
        for (int first = 0; first <= numbers.Length - Vector512<int>.Count; first += Vector512<int>.Count)
        {
            Vector512<int> own = Vector512.Create<int>(numbers[first..]), any = Vector512.GreaterThan(own, Vector512<int>.Zero);
            LanePacking.PackUnchecked(neurons, any, ref Unsafe.Add(ref neuron, count));
            count += LanePacking.PackUnchecked(own, any, ref Unsafe.Add(ref number, count));
            neurons += Vector512.Create(Vector512<int>.Count);
            Vector512<int>.Zero.CopyTo(numbers[first..]);
        }
        _count = count;
    }

    /// <summary>Appends one pixel.</summary>
    public void Add(int neuron, int number)
    {
        (_neurons[_count], _numbers[_count]) = (neuron, number);
        _count++;
    }

    /// <summary>Ends a bin, which is after those before it.</summary>
    public void EndBin(int bin)
    {
        (_bins[_binCount], _ends[_binCount]) = (bin, _count);
        _binCount++;
    }

    public void Clear() => (_count, _binCount) = (0, 0);

    /// <summary>A spike for each pixel with events of each bin.</summary>
    public SpikeEvent[] ToSpikes()
    {
        SpikeEvent[] spikes = GC.AllocateUninitializedArray<SpikeEvent>(_count);
        for (int i = 0, first = 0; i < _binCount; first = _ends[i], i++)
        {
            int written = EventLanes.AreSupported ? WriteVectors(first, _ends[i], _bins[i], spikes) : first;
            for (; written < _ends[i]; written++)
                spikes[written] = new SpikeEvent(_bins[i], _neurons[written], _numbers[written]);
        }
        return spikes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (int[] rented in (ReadOnlySpan<int[]>)[_neurons, _numbers, _bins, _ends])
            ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Writes 16 spikes at a time while there is room; the next bin overwrites what is beyond this one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int WriteVectors(int first, int end, int bin, Span<SpikeEvent> spikes)
    {
        Span<float> fields = MemoryMarshal.Cast<SpikeEvent, float>(spikes);
        int next = first;
        for (; next < end && next <= spikes.Length - Vector512<int>.Count; next += Vector512<int>.Count)
        {
            Vector512<float> numbers = Vector512.ConvertToSingle(Vector512.Create<int>(_numbers.AsSpan(next)));
            // Steps and neurons are moved as they are, whatever they would be as numbers of Single.
            EventLanes.Write(BitConverter.Int32BitsToSingle(bin), Vector512.Create<int>(_neurons.AsSpan(next)).AsSingle(),
                numbers, fields[(EventVectors.Fields * next)..]);
        }
        return Math.Min(next, end);
    }
}
