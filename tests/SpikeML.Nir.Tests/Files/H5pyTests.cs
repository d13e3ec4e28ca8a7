using SpikeML.Tests;
using SpikeML.Tests.Files;

namespace SpikeML.Nir.Tests.Files;

/// <summary>h5py, by which the tools of Python read NIR, finds in our files what they look for.</summary>
public class H5pyTests
{
    [Fact]
    public void H5py_reads_types_shapes_and_values_as_the_format_says()
    {
        using TemporaryFolder folder = new();
        ExampleGraphs.OfEveryType().Write(folder.File("net.nir"));
        string found = Python.RunWith("h5py", """
            import h5py, sys
            with h5py.File(sys.argv[1], "r") as file:
                print(file["version"][()].decode(), file["node/type"][()], file["node/edges"].shape, file["node/edges"][17])
                nodes = file["node/nodes"]
                print(len(nodes), *[nodes[str(n)]["type"][()].decode() for n in range(10, 19)])
                conv = nodes["1"]
                print(conv["weight"].dtype, conv["weight"].shape, conv["stride"][()], conv["stride"].dtype, conv["groups"][()],
                    conv["input_shape"][()])
                print(nodes["3/padding"][()], nodes["6/input_type"][()], nodes["6/end_dim"][()], nodes["7/stride"][()])
                print(nodes["10/tau"].dtype, nodes["10/tau"][()].tolist(), nodes["10/v_reset"].dtype)
                print(nodes["13/type"][()], sorted(nodes["13/nodes"]), nodes["13/edges"][1], nodes["13/metadata/of"][()].decode())
                meta = nodes["17/metadata"]
                print(meta["number"][()], meta["count"][()], meta["array"].shape, [n.decode() for n in meta["names"][()]],
                    meta["nested/deeper"][()], meta["text"][()].decode())
            """, folder.File("net.nir"));
        Assert.Equal("""
            1.0.7 b'NIRGraph' (18, 2) [b'17' b'18']
            19 LIF LI I NIRGraph CubaLI Threshold Scale Delay Output
            float32 (4, 1, 3, 5) [2 1] int64 2 [9 8]
            b'same' [2 2 1] 1 1
            float64 [0.14285714285714285, 0.2857142857142857, 0.42857142857142855, 0.5714285714285714] float32
            b'NIRGraph' ['feedback', 'input', 'lif', 'output'] [b'lif' b'feedback'] the graph in the graph
            0.1 1099511627776 (2, 3) ['a', 'bé', ''] b'x' é, and a longer text
            """, found, ignoreLineEndingDifferences: true);
    }
}
