using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>What a node puts out in the current step: every value, and the list of those that are not 0.</summary>
internal sealed class NodeSignal
{
    private readonly int[] _slots;
    private readonly float[] _listed;
    private readonly ulong[] _bits;
    private readonly bool _areSpikes;
    private int _count;
    private bool _areOnes;

    /// <param name="count">The number of values.</param>
    /// <param name="layout">Their order in memory, or null for the format's.</param>
    /// <param name="isListed">Whether a node needs the list.</param>
    /// <param name="areSpikes">Whether all values are 0 or 1.</param>
    public NodeSignal(int count, SignalLayout? layout, bool isListed, bool areSpikes)
    {
        (Count, Layout, _areSpikes) = (count, layout, areSpikes);
        Memory = new float[Padded(count)];
        (_slots, _listed) = isListed ? (new int[count], new float[count]) : ([], []);
        _bits = isListed && layout is not null ? new ulong[(count + 63) / 64] : [];
    }

    /// <summary>The number of values.</summary>
    public int Count { get; }

    /// <summary>The values' order in memory, or null for the format's.</summary>
    public SignalLayout? Layout { get; }

    /// <summary>The values and, up to whole panels of weights, numbers that do not count.</summary>
    public float[] Memory { get; }

    /// <summary>The values in the order of memory.</summary>
    public ReadOnlySpan<float> Values => Memory.AsSpan(0, Count);

    /// <summary>The slots of the values that are not 0, ascending in the format's order.</summary>
    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _count);

    /// <summary>The values of <see cref="Slots"/>, or empty if all are 1.</summary>
    public ReadOnlySpan<float> Listed => _areOnes ? [] : _listed.AsSpan(0, _count);

    /// <summary>The length of arrays of as many values, of whole vectors and panels of weights.</summary>
    public static int Padded(int count) => PanelSum.Blocks(count) * PanelSum.Width;

    /// <summary>Lists the values that are not 0, if a node needs that.</summary>
    public void List()
    {
        if (_slots.Length == 0)
            return;
        _areOnes = _areSpikes;
        if (Layout is not null)
        {
            _count = Layout.List(Values, _slots, _bits);
            for (int i = 0; !_areOnes && i < _count; i++)
                _listed[i] = Memory[Layout.PositionOf[_slots[i]]];
        }
        else
        {
            _count = 0;
            SpikeBuffers.TryPack(Values, 0, _slots, _listed, ref _count);
        }
        _areOnes = _areOnes || _listed.AsSpan(0, _count).IndexOfAnyExcept(1f) < 0;
    }

    /// <summary>Sets all values to 0, given that only listed values are not.</summary>
    public void Clear()
    {
        foreach (int slot in Slots)
            Memory[slot] = 0;
        (_count, _areOnes) = (0, true);
    }

    /// <summary>Sets the next value that is not 0; slots ascend, in the format's order.</summary>
    public void Append(int slot, float value)
    {
        (_slots[_count], _listed[_count++], Memory[slot]) = (slot, value, value);
        _areOnes &= value == 1;
    }
}
