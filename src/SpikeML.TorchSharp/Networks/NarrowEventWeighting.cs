using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeML.Torch;

/// <summary>The products of <see cref="EventWeighting"/> for at most 16 outputs, whose sums fit into one vector.</summary>
/// <remarks>
/// Gradients are summed for groups of rows whose number does not depend on the threads, then over the groups in their order.
/// </remarks>
internal static class NarrowEventWeighting
{
    /// <summary>The largest number of outputs.</summary>
    public const int MostOutputs = Lanes.Count;

    /// <summary>The rows of a group.</summary>
    private const int Height = 256;

    public static int Groups(InputEvents events) => (events.Rows + Height - 1) / Height;

    /// <summary>The length of the sums of a group: those of the weights, then that of the biases.</summary>
    public static int SumLength(InputEvents events) => (events.ColumnCount + 1) * Lanes.Count;

    /// <summary>output[row] = bias + the sum over the row's events of value * weights[column], for some of the rows.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Forward(InputEvents events, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> output,
        Range rows)
    {
        int outputs = bias.Length;
        using PooledSpan<float> panel = new(events.ColumnCount * Lanes.Count);
        for (int column = 0; column < events.ColumnCount; column++)
            Lanes.Load(weights.Slice(column * outputs, outputs), 0, 0).CopyTo(panel.Span[(column * Lanes.Count)..]);
        Vector512<float> biases = Lanes.Load(bias, 0, 0);
        (int from, int count) = rows.GetOffsetAndLength(events.Rows);
        for (int row = from; row < from + count; row++)
            Lanes.Store(biases + Sum(panel.Span, events, row), output.Slice(row * outputs, outputs), 0);
    }

    /// <summary>The sums of a group's gradients: value * outputGradients[row] by columns, then outputGradients[row].</summary>
    /// <param name="events">The spikes, [rows][inputs].</param>
    /// <param name="outputGradients">The gradients of the currents, [rows][outputs].</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="group">The group of rows.</param>
    /// <param name="sums">The sums, [inputs + 1][16].</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void SumGroup(InputEvents events, ReadOnlySpan<float> outputGradients, int outputs, int group, Span<float> sums)
    {
        sums.Clear();
        ref float first = ref MemoryMarshal.GetReference(sums);
        Vector512<float> all = Vector512<float>.Zero;
        for (int row = group * Height; row < Math.Min(events.Rows, (group + 1) * Height); row++)
        {
            Vector512<float> gradient = Lanes.Load(outputGradients.Slice(row * outputs, outputs), 0, 0);
            all += gradient;
            ReadOnlySpan<int> columns = events.ColumnsOf(row);
            ReadOnlySpan<float> values = events.ValuesOf(row);
            for (int i = 0; i < columns.Length; i++)
            {
                ref float sum = ref Unsafe.Add(ref first, (nint)columns[i] * Lanes.Count);
                Vector512<float> term = values.IsEmpty ? gradient : gradient * values[i];
                (Vector512.LoadUnsafe(ref sum) + term).StoreUnsafe(ref sum);
            }
        }
        all.CopyTo(sums[(events.ColumnCount * Lanes.Count)..]);
    }

    /// <summary>The gradients of the weights, [inputs][outputs], and of the biases, from the sums of all groups.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Finish(ReadOnlySpan<float> sums, int length, Span<float> gradients, Span<float> biasGradients)
    {
        int outputs = biasGradients.Length;
        for (int at = 0, to = 0; at < length; at += Lanes.Count, to += outputs)
        {
            Vector512<float> sum = Vector512<float>.Zero;
            for (int from = at; from < sums.Length; from += length)
                sum += Vector512.Create(sums[from..]);
            Lanes.Store(sum, to < gradients.Length ? gradients.Slice(to, outputs) : biasGradients, 0);
        }
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static Vector512<float> Sum(ReadOnlySpan<float> panel, InputEvents events, int row)
    {
        ref float first = ref MemoryMarshal.GetReference(panel);
        Vector512<float> sum = Vector512<float>.Zero;
        ReadOnlySpan<int> columns = events.ColumnsOf(row);
        ReadOnlySpan<float> values = events.ValuesOf(row);
        for (int i = 0; i < columns.Length; i++)
        {
            Vector512<float> weights = Vector512.LoadUnsafe(ref first, (nuint)columns[i] * Lanes.Count);
            sum += values.IsEmpty ? weights : weights * values[i];
        }
        return sum;
    }
}
