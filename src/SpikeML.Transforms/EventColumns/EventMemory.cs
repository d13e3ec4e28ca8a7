using System.Runtime.InteropServices;

namespace SpikeML;

/// <summary>Working memory for the rows of one cursor.</summary>
internal sealed class EventMemory
{
    private long[] _times = [];
    private int[] _order = [];
    private AddressEvent[] _events = [];

    /// <summary>A number for each pixel or event; its content is undefined.</summary>
    public Span<long> Times(int count) => Room(ref _times, count);

    /// <summary>A number for each event; its content is undefined.</summary>
    public Span<int> Order(int count) => Room(ref _order, count);

    /// <summary>Other events; their content is undefined.</summary>
    public Span<AddressEvent> Events(int count) => Room(ref _events, count);

    private static Span<T> Room<T>(ref T[] memory, int count)
    {
        if (memory.Length < count)
            memory = new T[Math.Max(count, (int)Math.Min(Array.MaxLength, 2L * memory.Length))];
        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(memory), count);
    }
}
