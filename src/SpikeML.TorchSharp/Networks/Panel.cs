using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>Copies a block of columns of a matrix to a panel of <see cref="PanelSum.Width"/> columns, and back.</summary>
internal static class Panel
{
    /// <summary>Copies columns to a panel; columns that the matrix lacks become zeros.</summary>
    /// <param name="matrix">The matrix, [rows][columns].</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="first">The first column to copy.</param>
    /// <param name="panel">The panel, with at least as many rows.</param>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Read(ReadOnlySpan<float> matrix, int columns, int first, Span<float> panel)
    {
        int width = Math.Min(PanelSum.Width, columns - first);
        for (int from = first, to = 0; from < matrix.Length; from += columns, to += PanelSum.Width)
        {
            matrix.Slice(from, width).CopyTo(panel[to..]);
            panel.Slice(to + width, PanelSum.Width - width).Clear();
        }
    }

    /// <summary>Copies a panel to columns of a matrix.</summary>
    [MethodImpl(KernelCompilation.AtOnce)]
    public static void Write(ReadOnlySpan<float> panel, Span<float> matrix, int columns, int first)
    {
        int width = Math.Min(PanelSum.Width, columns - first);
        for (int from = 0, to = first; to < matrix.Length; from += PanelSum.Width, to += columns)
            panel.Slice(from, width).CopyTo(matrix[to..]);
    }
}
