using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Torch;

/// <summary>Adds chosen rows of a panel, a matrix of <see cref="Width"/> columns, with the sums in registers.</summary>
/// <remarks>
/// Products and sums are rounded one after the other, in the order of the indices, like those of <see cref="Weighting"/>: so the
/// sums are the same on every machine, whatever its vectors.
/// </remarks>
internal static class PanelSum
{
    /// <summary>The columns of a panel: four vectors of 16. More do not fit the caches; fewer wait for one another.</summary>
    public const int Width = 4 * Lanes.Count;

    /// <summary>The number of panels that hold as many columns.</summary>
    public static int Blocks(int columns) => (columns + Width - 1) / Width;

    /// <summary>sums += the sum over i of values[i] * panel[indices[i]].</summary>
    /// <param name="panel">The rows, each of <see cref="Width"/> values.</param>
    /// <param name="indices">The rows to add, which are not checked.</param>
    /// <param name="values">Their factors, or empty if all are 1.</param>
    /// <param name="sums">The sums, <see cref="Width"/> values.</param>
    public static void Add(ReadOnlySpan<float> panel, ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Span<float> sums) =>
        Add(panel, indices, values, sums, sums);

    /// <summary>sums = start + the sum over i of values[i] * panel[indices[i]].</summary>
    /// <param name="panel">The rows, each of <see cref="Width"/> values.</param>
    /// <param name="indices">The rows to add, which are not checked.</param>
    /// <param name="values">Their factors, or empty if all are 1.</param>
    /// <param name="start">What the sums start from, <see cref="Width"/> values.</param>
    /// <param name="sums">The sums, <see cref="Width"/> values.</param>
    public static void Add(ReadOnlySpan<float> panel, ReadOnlySpan<int> indices, ReadOnlySpan<float> values,
        ReadOnlySpan<float> start, Span<float> sums)
    {
        if (values.IsEmpty)
            AddRows(panel, indices, start, sums);
        else
            AddProducts(panel, indices, values[..indices.Length], start, sums);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void AddRows(ReadOnlySpan<float> panel, ReadOnlySpan<int> indices, ReadOnlySpan<float> start,
        Span<float> sums)
    {
        ref float first = ref MemoryMarshal.GetReference(panel), from = ref MemoryMarshal.GetReference(start[..Width]);
        Vector512<float> a = At(ref from, 0), b = At(ref from, 1), c = At(ref from, 2), d = At(ref from, 3);
        foreach (int index in indices)
        {
            ref float row = ref Unsafe.Add(ref first, (nint)index * Width);
            a += At(ref row, 0);
            b += At(ref row, 1);
            c += At(ref row, 2);
            d += At(ref row, 3);
        }
        Store(ref MemoryMarshal.GetReference(sums[..Width]), a, b, c, d);
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void AddProducts(ReadOnlySpan<float> panel, ReadOnlySpan<int> indices, ReadOnlySpan<float> values,
        ReadOnlySpan<float> start, Span<float> sums)
    {
        ref float first = ref MemoryMarshal.GetReference(panel), from = ref MemoryMarshal.GetReference(start[..Width]);
        Vector512<float> a = At(ref from, 0), b = At(ref from, 1), c = At(ref from, 2), d = At(ref from, 3);
        for (int i = 0; i < indices.Length; i++)
        {
            ref float row = ref Unsafe.Add(ref first, (nint)indices[i] * Width);
            Vector512<float> value = Vector512.Create(values[i]);
            a += At(ref row, 0) * value;
            b += At(ref row, 1) * value;
            c += At(ref row, 2) * value;
            d += At(ref row, 3) * value;
        }
        Store(ref MemoryMarshal.GetReference(sums[..Width]), a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float first, int vector) =>
        Vector512.LoadUnsafe(ref first, (nuint)(vector * Lanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float first, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        a.StoreUnsafe(ref first);
        b.StoreUnsafe(ref first, Lanes.Count);
        c.StoreUnsafe(ref first, 2 * Lanes.Count);
        d.StoreUnsafe(ref first, 3 * Lanes.Count);
    }
}
