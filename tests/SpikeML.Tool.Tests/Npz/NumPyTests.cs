using System.ComponentModel;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Npz;

public class NumPyTests
{
    private static string Python => Environment.GetEnvironmentVariable("SPIKEML_PYTHON") ?? "python3";

    [Fact]
    public void NumPy_reads_dense_and_sparse_spikes_and_labels()
    {
        using WorkFolder folder = new();
        Assert.SkipUnless(Has(folder, "numpy"), "There is no python3 with NumPy on this machine.");
        folder.Write("table.csv", "a,b,kind", "0,1,7", "1,0,-2", "0,0,12");
        foreach (string output in new[] { "dense.npz", "sparse.npz --sparse" })
            Tool.Do(folder, $"encode rate table.csv --num-steps 2 --label kind -o {output}");
        string read = Run(folder, """
            import numpy
            d, s = numpy.load('dense.npz'), numpy.load('sparse.npz')
            print(d['spikes'].dtype, d['spikes'].tolist(), d['labels'].dtype, d['labels'].tolist())
            print(s['format'].item(), s['shape'].tolist(), s['dimensions'].tolist(), s['indptr'].tolist(),
                s['indices'].tolist(), s['data'].tolist(), s['labels'].tolist())
            """);
        Assert.Equal("""
            float32 [[[0.0, 1.0], [0.0, 1.0]], [[1.0, 0.0], [1.0, 0.0]], [[0.0, 0.0], [0.0, 0.0]]] int64 [7, -2, 12]
            b'csr' [3, 4] [2, 2] [0, 2, 4, 4] [1, 3, 0, 2] [1.0, 1.0, 1.0, 1.0] [7, -2, 12]
            """, read.Trim(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void SciPy_reads_the_sparse_matrix()
    {
        using WorkFolder folder = new();
        Assert.SkipUnless(Has(folder, "scipy.sparse"), "There is no python3 with SciPy on this machine.");
        Tool.Do(folder, "encode delta --sample-digits 30 --off-spike -o dense.npz");
        Tool.Do(folder, "encode delta --sample-digits 30 --off-spike -o sparse.npz --sparse");
        Assert.Equal("True (30, 784) True [-1.0, 0.0, 1.0]", Run(folder, """
            import numpy, scipy.sparse
            d, m = numpy.load('dense.npz')['spikes'], scipy.sparse.load_npz('sparse.npz')
            print((m.toarray().reshape(d.shape) == d).all(), m.shape, m.has_canonical_format, numpy.unique(d).tolist())
            """).Trim());
    }

    [Fact]
    public void NumPy_puts_shards_together_as_one_run()
    {
        using WorkFolder folder = new();
        Assert.SkipUnless(Has(folder, "numpy"), "There is no python3 with NumPy on this machine.");
        string encode = $"encode burst {folder.WriteTable(11)} --label kind --features x0..x11 -o spikes.npz";
        Tool.Do(folder, encode);
        for (int shard = 0; shard < 3; shard++)
            Tool.Do(folder, $"{encode} --shard {shard}/3");
        Assert.Equal("True True ['even', 'a long name', 'a long name']", Run(folder, """
            import numpy
            w, p = numpy.load('spikes.npz'), [numpy.load(f'spikes-{i}-of-3.npz') for i in range(3)]
            print(*[(numpy.concatenate([q[k] for q in p]) == w[k]).all() for k in ('spikes', 'labels')], w['labels'][:3].tolist())
            """).Trim());
    }

    private static bool Has(WorkFolder folder, string module)
    {
        try
        {
            return Tool.Finish(Tool.Start(folder, Python, ["-c", $"import {module}"])).ExitCode == ExitCode.Done;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string Run(WorkFolder folder, string script)
    {
        Outcome outcome = Tool.Finish(Tool.Start(folder, Python, ["-c", script]));
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return outcome.Output;
    }
}
