using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>The numbers of events of all pixels in all bins, for events in any order, in memory that is reused.</summary>
/// <remarks>
/// A byte holds a number, so that the frames of recordings such as N-MNIST's stay in the cache. What exceeds it is kept aside.
/// </remarks>
internal sealed class BinFrames
{
    private const int LargestSize = 1 << 22, LargestSizePerEvent = 16;

    private readonly Dictionary<int, int> _excess = [];
    private byte[] _numbers = [];
    private float[] _frame = [];
    private int _bins, _neurons, _stride;

    /// <summary>Whether counting in these frames is the fastest way.</summary>
    public static bool Suits(int neurons, int bins, int events) =>
        Stride(neurons) * bins <= Math.Min(LargestSize, (long)LargestSizePerEvent * events);

    /// <summary>Starts with no events.</summary>
    public void Clear(int neurons, int bins)
    {
        (_neurons, _bins, _stride) = (neurons, bins, (int)Stride(neurons));
        if (_numbers.Length < _stride * bins)
        {
            Return();
            _numbers = ArrayPool<byte>.Shared.Rent(_stride * bins);
        }
        _numbers.AsSpan(0, _stride * bins).Clear();
        _excess.Clear();
    }

    /// <summary>The frame of a bin.</summary>
    public BinFrame this[int bin] => (uint)bin < (uint)_bins ? new(_numbers, bin * _stride, _excess)
        : throw new ArgumentOutOfRangeException(nameof(bin), bin, $"There are {_bins} bins.");

    /// <summary>A train of a spike for each pixel and bin with events.</summary>
    public SpikeTrain ToTrain(ImmutableArray<int> shape)
    {
        SpikeEvent[] spikes = GC.AllocateUninitializedArray<SpikeEvent>(Count());
        int count = 0;
        for (int bin = 0; bin < _bins; bin++)
            Fill(bin, spikes, ref count);
        foreach ((int place, int excess) in _excess)
        {
            SpikeEvent own = new(place / _stride, place % _stride, 0);
            int index = Array.BinarySearch(spikes, own, TimeOrder.Instance);
            spikes[index] = spikes[index] with { Value = (int)spikes[index].Value + excess };
        }
        return new SpikeTrain(_bins, shape, spikes);
    }

    /// <summary>Writes them as a row of ML.NET, sparse if that is smaller.</summary>
    public void Write(ref VBuffer<float> row)
    {
        int length = _bins * _neurons, count = Count();
        if (count > SpikeBuffers.LargestSparseCount(length))
        {
            VBufferEditor<float> dense = VBufferEditor.Create(ref row, length);
            for (int bin = 0; bin < _bins; bin++)
                Widen(bin, dense.Values.Slice(bin * _neurons, _neurons));
            foreach ((int place, int excess) in _excess)
                Add(excess, ref dense.Values[Slot(place)]);
            row = dense.Commit();
            return;
        }
        if (_frame.Length < _neurons)
            _frame = new float[_neurons];
        VBufferEditor<float> sparse = VBufferEditor.Create(ref row, length, SpikeBuffers.RoomFor(count, length));
        Span<float> frame = _frame.AsSpan(0, _neurons);
        int packed = 0;
        for (int bin = 0; bin < _bins; bin++)
        {
            Widen(bin, frame);
            SpikeBuffers.TryPack(frame, bin * _neurons, sparse.Indices, sparse.Values, ref packed);
        }
        foreach ((int place, int excess) in _excess)
            Add(excess, ref sparse.Values[sparse.Indices[..packed].BinarySearch(Slot(place))]);
        row = sparse.CommitTruncated(packed);
    }

    /// <summary>Gives its memory back to the pool; otherwise the garbage collector takes it.</summary>
    public void Return()
    {
        if (_numbers.Length > 0)
            ArrayPool<byte>.Shared.Return(_numbers);
        _numbers = [];
    }

    private static long Stride(int neurons) => (long)PixelBlock.Count(neurons) * PixelBlock.Length;

    private int Slot(int place) => place / _stride * _neurons + place % _stride;

    /// <summary>Adds whole numbers, whose sum is rounded once.</summary>
    private static void Add(int excess, ref float number) => number = (int)number + excess;

    /// <summary>The number of pixels and bins with events.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private int Count()
    {
        int count = 0;
        ReadOnlySpan<byte> numbers = _numbers.AsSpan(0, _bins * _stride);
        for (int at = 0; at <= numbers.Length - PixelBlock.Length; at += PixelBlock.Length)
            count += BitOperations.PopCount(PixelBlock.Positive(numbers[at..]));
        return count;
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void Fill(int bin, Span<SpikeEvent> spikes, ref int count)
    {
        ReadOnlySpan<byte> numbers = _numbers.AsSpan(bin * _stride, _stride);
        int filled = count;
        for (int first = 0; first <= numbers.Length - PixelBlock.Length; first += PixelBlock.Length)
        {
            ReadOnlySpan<byte> own = numbers[first..];
            filled += PixelBlock.Write(bin, first, PixelBlock.Positive(own), own, spikes[filled..]);
        }
        count = filled;
    }

    /// <summary>The numbers of a bin as floats.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private void Widen(int bin, Span<float> values)
    {
        ReadOnlySpan<byte> numbers = _numbers.AsSpan(bin * _stride, values.Length);
        int at = 0;
        for (; at <= values.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(Vector128.Create(numbers[at..]));
            Widen(lower, values[at..]);
            Widen(upper, values[(at + Vector128<ushort>.Count)..]);
        }
        for (; at < values.Length; at++)
            values[at] = numbers[at];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(Vector128<ushort> numbers, Span<float> values)
    {
        (Vector128<uint> lower, Vector128<uint> upper) = Vector128.Widen(numbers);
        Vector128.ConvertToSingle(lower.AsInt32()).CopyTo(values);
        Vector128.ConvertToSingle(upper.AsInt32()).CopyTo(values[Vector128<float>.Count..]);
    }

    private sealed class TimeOrder : IComparer<SpikeEvent>
    {
        public static readonly TimeOrder Instance = new();

        public int Compare(SpikeEvent one, SpikeEvent other) =>
            (one.Step, one.Neuron).CompareTo((other.Step, other.Neuron));
    }
}

/// <summary>The numbers of events of all pixels in one of several bins.</summary>
internal readonly struct BinFrame(byte[] numbers, int start, Dictionary<int, int> excess) : IPixelCounts
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryCount(int neuron) =>
        PixelBlock.TryIncrement(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(numbers), start + neuron));

    public void SetAside(int neuron) => PixelBlock.SetAside(ref numbers[start + neuron], start + neuron, excess);
}
