using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML;

/// <summary>The numbers of events of 64 neighbouring pixels, a byte each; what exceeds a byte is kept aside.</summary>
internal static class PixelBlock
{
    public const int Length = 64;

    /// <summary>The number of blocks that hold a number of pixels.</summary>
    public static int Count(int pixels) => (pixels - 1) / Length + 1;

    /// <summary>A bit for each of 64 bytes that is above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Positive(ReadOnlySpan<byte> bytes) =>
        ~Vector512.Equals(Vector512.Create(bytes), Vector512<byte>.Zero).ExtractMostSignificantBits();

    /// <summary>Counts an event, unless the number is the largest that a byte holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryIncrement(ref byte number)
    {
        if (number == byte.MaxValue)
            return false;
        number++;
        return true;
    }

    /// <summary>Moves a number to the excess of its place.</summary>
    public static void SetAside(ref byte number, int place, Dictionary<int, int> excess)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(excess, place, out _) += number;
        number = 0;
    }

    /// <summary>Writes a spike for each pixel whose bit is set, and returns how many.</summary>
    /// <param name="bin">The bin.</param>
    /// <param name="firstNeuron">The neuron of the first pixel.</param>
    /// <param name="chosen">The bits.</param>
    /// <param name="numbers">The numbers of events of all 64 pixels.</param>
    /// <param name="spikes">Receives the spikes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(int bin, int firstNeuron, ulong chosen, ReadOnlySpan<byte> numbers, Span<SpikeEvent> spikes)
    {
        int count = BitOperations.PopCount(chosen);
        // One check covers all that is written, and one all that is read.
        ref SpikeEvent next = ref MemoryMarshal.GetReference(spikes[..count]);
        ref byte number = ref MemoryMarshal.GetReference(numbers[..Length]);
        for (; chosen != 0; chosen &= chosen - 1)
        {
            int pixel = BitOperations.TrailingZeroCount(chosen);
            next = new SpikeEvent(bin, firstNeuron + pixel, Unsafe.Add(ref number, pixel));
            next = ref Unsafe.Add(ref next, 1);
        }
        return count;
    }
}
