using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML.Nir;

/// <summary>
/// The order of a signal's values in memory where it is not the format's: the channels of a place are contiguous.
/// </summary>
/// <remarks>
/// A convolution then adds the weights of a spike to all channels at once. Channels are in blocks, one for each group of a
/// convolution: [block][place][channel of the block]. The format's order is [channel][place].
/// </remarks>
internal sealed class SignalLayout
{
    private readonly int _channels, _places, _blockChannels;

    private SignalLayout(int channels, int places, int blockChannels)
    {
        (_channels, _places, _blockChannels) = (channels, places, blockChannels);
        SlotOf = new int[channels * places];
        PositionOf = new int[SlotOf.Length];
        for (int position = 0; position < SlotOf.Length; position++)
        {
            (int block, int rest) = Math.DivRem(position, places * blockChannels);
            (int place, int channel) = Math.DivRem(rest, blockChannels);
            int slot = (block * blockChannels + channel) * places + place;
            (SlotOf[position], PositionOf[slot]) = (slot, position);
        }
    }

    /// <summary>The slot in the format's order of each position in memory.</summary>
    public int[] SlotOf { get; }

    /// <summary>The position in memory of each slot in the format's order.</summary>
    public int[] PositionOf { get; }

    /// <summary>The layout of images, or null if it is the format's own order.</summary>
    public static SignalLayout? Of(int channels, int places, int groups) =>
        channels == groups || places == 1 ? null : new(channels, places, channels / groups);

    public static bool AreSame(SignalLayout? one, SignalLayout? other) => one is null ? other is null
        : other is not null && (one._channels, one._places, one._blockChannels)
            == (other._channels, other._places, other._blockChannels);

    /// <summary>Copies values in memory to the format's order.</summary>
    public static void Read(SignalLayout? layout, ReadOnlySpan<float> values, Span<float> destination)
    {
        if (layout is null)
        {
            values.CopyTo(destination);
            return;
        }
        for (int position = 0; position < values.Length; position++)
            destination[layout.SlotOf[position]] = values[position];
    }

    /// <summary>Lists the slots of values that are not 0, in the format's order, and returns their number.</summary>
    /// <param name="values">The values in memory.</param>
    /// <param name="slots">Receives the slots.</param>
    /// <param name="bits">Room for a bit for each value, all 0 before and after.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public int List(ReadOnlySpan<float> values, Span<int> slots, Span<ulong> bits)
    {
        for (int first = 0; first < values.Length; first += Lanes.Count)
        {
            for (uint own = Lanes.NotZero(values, first); own != 0; own &= own - 1)
            {
                int slot = SlotOf[first + BitOperations.TrailingZeroCount(own)];
                bits[slot >> 6] |= 1UL << slot;
            }
        }
        int count = 0;
        for (int word = 0; word < bits.Length; word++)
        {
            for (ulong own = bits[word]; own != 0; own &= own - 1)
                slots[count++] = word * 64 + BitOperations.TrailingZeroCount(own);
            bits[word] = 0;
        }
        return count;
    }
}
