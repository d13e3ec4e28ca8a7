using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Work on as many threads as libtorch uses (<c>torch.set_num_threads</c>).</summary>
internal static class CpuThreads
{
    public static int Count => Math.Max(1, get_num_threads());

    /// <summary>The number of parts per thread, so that one that is held up leaves parts to the others.</summary>
    private const int PartsPerThread = 4;

    /// <summary>Does every part of the work, which must give the same results in any order.</summary>
    public static void For(int parts, Action<int> run)
    {
        if (parts == 1 || Count == 1)
        {
            for (int part = 0; part < parts; part++)
                run(part);
        }
        else
        {
            Parallel.For(0, parts, new() { MaxDegreeOfParallelism = Count }, run);
        }
    }

    /// <summary>Does work for all blocks of outputs and, where there are fewer blocks than threads, parts of the items.</summary>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="items">The number of items, at least 1, which are divided.</param>
    /// <param name="run">Does a block for a range of the items.</param>
    /// <param name="partsPerThread">The least number of parts for each thread; more of them share the work more evenly.</param>
    public static void For(int blocks, int items, Action<int, Range> run, int partsPerThread = PartsPerThread)
    {
        int parts = Count == 1 ? 1 : Math.Min(items, (partsPerThread * Count + blocks - 1) / blocks);
        For(blocks * parts, at =>
        {
            long part = at % parts;
            run(at / parts, (int)(part * items / parts)..(int)((part + 1) * items / parts));
        });
    }
}
