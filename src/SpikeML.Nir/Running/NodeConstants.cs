using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Nir;

/// <summary>A constant of each neuron, in the order of a signal's memory; one vector if all neurons share it.</summary>
internal readonly struct NodeConstants
{
    private readonly float[] _values;
    private readonly int _mask;

    /// <param name="values">The values in the format's order.</param>
    /// <param name="layout">The order in memory.</param>
    public NodeConstants(ReadOnlySpan<float> values, SignalLayout? layout)
    {
        bool isShared = values.IndexOfAnyExcept(values[0]) < 0;
        _mask = isShared ? 0 : -1;
        _values = new float[isShared ? Lanes.Count : NodeSignal.Padded(values.Length)];
        if (isShared)
            _values.AsSpan().Fill(values[0]);
        for (int slot = 0; !isShared && slot < values.Length; slot++)
            _values[layout?.PositionOf[slot] ?? slot] = values[slot];
    }

    /// <summary>The constants of 16 neurons.</summary>
    /// <param name="first">The position of the first one, which is not checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> At(int first) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_values), (nuint)(first & _mask));
}
