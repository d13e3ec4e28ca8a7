using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>
/// Draws trains whose intervals are Poisson numbers, with 0 counted as 1: 16 neurons at a time draw an interval each until all
/// have passed the last step. Neurons that almost certainly stay silent are left out.
/// </summary>
/// <remarks>
/// The spikes are kept as one bit per step and neuron, which orders them by time. Changing anything here changes the spikes of
/// every saved model.
/// </remarks>
internal static class IntervalTrains
{
    private const int Lanes = SpikeDraws.Lanes;

    /// <summary>Draws the spikes of all neurons; returns false if the sink is full.</summary>
    /// <param name="means">The neurons' mean intervals in steps; infinite intervals give no spikes.</param>
    /// <param name="numSteps">The number of steps.</param>
    /// <param name="key">The key of the draws.</param>
    /// <param name="sink">Receives the spikes.</param>
    public static bool Draw<TSink>(ReadOnlySpan<double> means, int numSteps, ulong key, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        int[] neurons = ArrayPool<int>.Shared.Rent(ActiveNeurons.Capacity(means.Length));
        int count = SelectFiring(means, numSteps, neurons, out double largest), blocks = ActiveNeurons.Capacity(count) / Lanes;
        ushort[] bits = ArrayPool<ushort>.Shared.Rent(blocks * numSteps);
        byte[] fires = ArrayPool<byte>.Shared.Rent(checked((numSteps + 1) * Lanes));
        uint[] table = ArrayPool<uint>.Shared.Rent(checked(IntervalTable.Longest(largest, numSteps) * Lanes));
        SpikeDraws draws = new(key);
        Span<byte> own = fires.AsSpan(0, (numSteps + 1) * Lanes);
        own.Clear();
        for (int block = 0; block < blocks; block++)
        {
            ReadOnlySpan<int> firing = neurons.AsSpan(block * Lanes, Math.Min(Lanes, count - block * Lanes));
            DrawBlock(means, firing, new IntervalTable(table), ref draws, own);
            Gather(own, bits.AsSpan(block), blocks);
        }
        bool complete = Emit(bits, neurons, means.Length, blocks, numSteps, ref sink);
        ArrayPool<uint>.Shared.Return(table);
        ArrayPool<byte>.Shared.Return(fires);
        ArrayPool<ushort>.Shared.Return(bits);
        ArrayPool<int>.Shared.Return(neurons);
        return complete;
    }

    /// <summary>
    /// The neurons whose first interval ends within the train with a probability of at least about 2^-33 (Chernoff's bound), and
    /// the largest of their means; the last block is padded with zeros.
    /// </summary>
    private static int SelectFiring(ReadOnlySpan<double> means, int numSteps, Span<int> neurons, out double largest)
    {
        int count = 0;
        largest = 0;
        for (int neuron = 0; neuron < means.Length; neuron++)
        {
            double beyond = means[neuron] - numSteps;
            if (beyond > 0 && !(beyond * beyond < 46 * means[neuron]))
                continue;
            neurons[count++] = neuron;
            largest = Math.Max(largest, means[neuron]);
        }
        neurons[count..ActiveNeurons.Capacity(count)].Clear();
        return count;
    }

    /// <summary>Draws the spikes of up to 16 neurons.</summary>
    /// <param name="means">The mean intervals of all neurons.</param>
    /// <param name="neurons">The neurons whose spikes are drawn.</param>
    /// <param name="table">Memory for their distribution functions.</param>
    /// <param name="draws">The draws.</param>
    /// <param name="fires">Receives a byte for each neuron and step; one extra step takes spikes beyond the last.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void DrawBlock(
        ReadOnlySpan<double> means, ReadOnlySpan<int> neurons, IntervalTable table, ref SpikeDraws draws, Span<byte> fires)
    {
        Span<double> own = stackalloc double[Lanes];
        Span<int> places = stackalloc int[Lanes];
        own.Clear();
        double largest = 0;
        for (int lane = 0; lane < neurons.Length; lane++)
            largest = Math.Max(largest, own[lane] = means[neurons[lane]]);
        int numSteps = fires.Length / Lanes - 1;
        table.Fill(own, IntervalTable.Longest(largest, numSteps));
        Vector512<int> last = Vector512.Create(numSteps);
        Vector512<int> running = Vector512.LessThan(SpikeML.Lanes.Indices, Vector512.Create(neurons.Length));
        Vector512<int> times = SpikeML.Lanes.Select(running, Vector512.Create(-1), last);
        // A copy keeps the generator's state in registers.
        SpikeDraws ownDraws = draws;
        while (running != Vector512<int>.Zero)
        {
            times = Vector512.Min(times + table.Find(ownDraws.Next(), running), last);
            running = Vector512.LessThan(times, last);
            ((times << 4) + SpikeML.Lanes.Indices).CopyTo(places);
            foreach (int place in places)
                fires[place] = byte.MaxValue;
        }
        draws = ownDraws;
    }

    /// <summary>Packs the block's bytes into bits and clears them.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Gather(Span<byte> fires, Span<ushort> bits, int stride)
    {
        for (int at = 0, bit = 0; at < fires.Length - Lanes; at += Lanes, bit += stride)
            bits[bit] = (ushort)Vector128.Create<byte>(fires.Slice(at, Lanes)).ExtractMostSignificantBits();
        fires.Clear();
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static bool Emit<TSink>(
        ReadOnlySpan<ushort> bits, ReadOnlySpan<int> neurons, int width, int blocks, int numSteps, ref TSink sink)
        where TSink : ISpikeSink, allows ref struct
    {
        TSink own = sink;
        Vector512<int> laneBits = Vector512.Create(
            1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7,
            1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15);
        for (int at = 0, firstSlot = 0, step = 0; step < numSteps; step++, firstSlot += width)
        {
            for (int block = 0; block < blocks; block++, at++)
            {
                if (bits[at] == 0)
                    continue;
                Vector512<int> spiking = Vector512.Equals(Vector512.Create((int)bits[at]) & laneBits, laneBits);
                if (!own.TryAdd(firstSlot, Vector512.Create(neurons[(block * Lanes)..]), spiking))
                    return false;
            }
        }
        sink = own;
        return true;
    }
}
