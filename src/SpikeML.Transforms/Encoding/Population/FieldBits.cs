using System.Runtime.CompilerServices;

namespace SpikeML;

/// <summary>The neurons that spike at one step, as the bits of 64-bit words: all fields of the first feature first.</summary>
internal static class FieldBits
{
    public const int Word = 64;

    /// <summary>The number of words for whole groups of features, and one that may be read beyond them.</summary>
    public static int Room(int featureCount, int fieldCount) =>
        checked(CentreSums.Padded(featureCount) * fieldCount) / Word + 2;

    /// <summary>Writes the bits of a dense step; words beyond it stay as they are.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Of(ReadOnlySpan<float> step, Span<ulong> bits)
    {
        for (int at = 0, word = 0; at < step.Length; at += Word, word++)
        {
            ulong own = 0;
            for (int part = 0; part < Word && at + part < step.Length; part += Lanes.Count)
                own |= (ulong)Lanes.NotZero(step, at + part) << part;
            bits[word] = own;
        }
    }

    /// <summary>Writes the bits of a sparse step, and returns the index of the first spike after it.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static int Of(
        ReadOnlySpan<int> slots, ReadOnlySpan<float> values, int next, int firstSlot, int neuronCount, Span<ulong> bits)
    {
        bits.Clear();
        ulong own = 0;
        int word = 0;
        for (; next < slots.Length && next < values.Length; next++)
        {
            uint neuron = (uint)(slots[next] - firstSlot);
            if (neuron >= (uint)neuronCount)
                break;
            if ((int)(neuron / Word) != word)
            {
                bits[word] |= own;
                (word, own) = ((int)(neuron / Word), 0);
            }
            // The sign of a zero does not matter.
            own |= (BitConverter.SingleToUInt32Bits(values[next]) << 1 != 0 ? 1UL : 0) << (int)neuron;
        }
        bits[word] |= own;
        return next;
    }

    /// <summary>The 64 bits from a position on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong From(ReadOnlySpan<ulong> bits, int position) =>
        bits[position / Word] >> position | bits[position / Word + 1] << 1 << ~position;
}
