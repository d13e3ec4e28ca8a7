using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpikeML.Torch;

/// <summary>Which neurons of a layer fired in each row of a batch, as bits: a word for each block of 64 neurons.</summary>
/// <param name="rows">The number of rows, steps times examples.</param>
/// <param name="blocks">The number of blocks.</param>
internal sealed class HiddenEvents(int rows, int blocks)
{
    private readonly ulong[] _words = new ulong[rows * blocks];

    /// <summary>Sets the neurons of a block that fired in a row.</summary>
    public void Set(int row, int block, ulong fired) => _words[row * blocks + block] = fired;

    /// <summary>The events, row by row, each with ascending columns.</summary>
    /// <param name="neurons">The number of neurons.</param>
    /// <param name="numSteps">The number of steps.</param>
    public InputEvents ToEvents(int neurons, int numSteps)
    {
        int[] starts = new int[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            starts[row + 1] = starts[row];
            foreach (ulong word in _words.AsSpan(row * blocks, blocks))
                starts[row + 1] += BitOperations.PopCount(word);
        }
        int[] columns = GC.AllocateUninitializedArray<int>(starts[rows]);
        CpuThreads.For(1, rows, (_, part) =>
        {
            for (int row = part.Start.Value; row < part.End.Value; row++)
                Fill(_words.AsSpan(row * blocks, blocks), columns.AsSpan(starts[row]..starts[row + 1]));
        });
        return new(starts, columns, [], neurons) { NumSteps = numSteps };
    }

    [MethodImpl(KernelCompilation.AtOnce)]
    private static void Fill(ReadOnlySpan<ulong> words, Span<int> columns)
    {
        int count = 0;
        for (int block = 0; block < words.Length; block++)
        {
            for (ulong word = words[block]; word != 0; word &= word - 1)
                columns[count++] = block * PanelSum.Width + BitOperations.TrailingZeroCount(word);
        }
    }
}
