using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// The values of a contiguous Float32 tensor on the CPU, for several threads. The tensor must be kept alive meanwhile.
/// </summary>
internal readonly unsafe struct CpuValues
{
    private readonly nint _first;
    /// <param name="tensor">The tensor, or null for no values.</param>
    public CpuValues(Tensor? tensor)
    {
        if (tensor is null)
            return;
        Span<float> values = MemoryMarshal.Cast<byte, float>(tensor.bytes);
        (_first, Length) = ((nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(values)), values.Length);
    }

    public int Length { get; }

    public Span<float> Span => new((void*)_first, Length);
}
