using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.ML.Data;

namespace SpikeML;

/// <summary>
/// The spikes of successive bins, in memory that is reused. A train takes them when their number is known, so that its own array
/// is as long as they are.
/// </summary>
internal sealed class BinnedSpikes
{
    private readonly BinFrames _frames = new();
    private SpikeEvent[] _spikes = [];
    private int _count;
    private bool _isInFrames;

    /// <summary>Memory for the frame that is being counted.</summary>
    public Dictionary<int, int> Excess { get; } = [];

    public ReadOnlySpan<SpikeEvent> Spikes => _spikes.AsSpan(0, _count);

    /// <summary>Starts to count the events of all bins in frames, which then hold the spikes.</summary>
    public BinFrames ClearedFrames(int neurons, int bins)
    {
        _isInFrames = true;
        _frames.Clear(neurons, bins);
        return _frames;
    }

    /// <summary>Removes all spikes, and makes room.</summary>
    /// <param name="largestCount">The largest number of spikes that may be added.</param>
    public void Clear(int largestCount)
    {
        (_count, _isInFrames) = (0, false);
        // Events out of order, or outside the sensor, may have left some.
        Excess.Clear();
        if (_spikes.Length >= largestCount)
            return;
        Return();
        _spikes = ArrayPool<SpikeEvent>.Shared.Rent(largestCount);
    }

    /// <summary>Appends the spike of one pixel.</summary>
    public void Add(int bin, int neuron, int number) => _spikes[_count++] = new(bin, neuron, number);

    /// <summary>Appends a spike for each of 64 successive pixels that has events.</summary>
    /// <param name="bin">The bin.</param>
    /// <param name="firstNeuron">The number of the first pixel.</param>
    /// <param name="chosen">Which pixels have events.</param>
    /// <param name="numbers">The numbers of events of these pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int bin, int firstNeuron, ulong chosen, ReadOnlySpan<byte> numbers) =>
        _count += PixelBlock.Write(bin, firstNeuron, chosen, numbers, _spikes.AsSpan(_count));

    /// <summary>Writes them as a row of ML.NET, sparse if that is smaller.</summary>
    /// <param name="length">The number of values of the row.</param>
    /// <param name="neurons">The number of values of a step.</param>
    /// <param name="row">The row.</param>
    public void Write(int length, int neurons, ref VBuffer<float> row)
    {
        if (_isInFrames)
        {
            _frames.Write(ref row);
            return;
        }
        if (_count > SpikeBuffers.LargestSparseCount(length))
        {
            VBufferEditor<float> dense = VBufferEditor.Create(ref row, length);
            dense.Values.Clear();
            foreach (ref readonly SpikeEvent spike in Spikes)
                dense.Values[spike.Step * neurons + spike.Neuron] = spike.Value;
            row = dense.Commit();
            return;
        }
        VBufferEditor<float> sparse = VBufferEditor.Create(ref row, length, _count);
        WriteSparse(neurons, sparse.Indices, sparse.Values);
        row = sparse.Commit();
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private void WriteSparse(int neurons, Span<int> slots, Span<float> values)
    {
        ReadOnlySpan<SpikeEvent> spikes = Spikes;
        for (int i = 0; i < spikes.Length; i++)
            (slots[i], values[i]) = (spikes[i].Step * neurons + spikes[i].Neuron, spikes[i].Value);
    }

    /// <summary>A train of these spikes, which this memory no longer shares.</summary>
    public SpikeTrain ToTrain(int numSteps, ImmutableArray<int> shape)
    {
        if (_isInFrames)
            return _frames.ToTrain(shape);
        SpikeEvent[] own = GC.AllocateUninitializedArray<SpikeEvent>(_count);
        Spikes.CopyTo(own);
        return new SpikeTrain(numSteps, shape, own);
    }

    /// <summary>Gives its memory back to the pool; otherwise the garbage collector takes it.</summary>
    public void Return()
    {
        if (_spikes.Length > 0)
            ArrayPool<SpikeEvent>.Shared.Return(_spikes);
        _spikes = [];
        _frames.Return();
    }
}
