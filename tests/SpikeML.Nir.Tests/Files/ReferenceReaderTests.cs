using Microsoft.ML;
using SpikeML.Nir.Tests.Networks;
using SpikeML.Nir.Tests.Running;
using SpikeML.Tests;
using SpikeML.Tests.Files;

namespace SpikeML.Nir.Tests.Files;

/// <summary>The reference implementation, the Python package nir, where it is there: it reads our files, and we its.</summary>
public class ReferenceReaderTests
{
    /// <summary>Reads, with checks of the shapes along the edges if the last argument is not empty, and writes again.</summary>
    private const string ReadAndWrite = """
        import nir, sys
        graph = nir.read(sys.argv[1], type_check=bool(sys.argv[3]))
        nir.write(sys.argv[2], graph)
        print(len(graph.nodes), len(graph.edges))
        """;

    [Theory]
    [MemberData(nameof(NirNetworkTests.Exact), MemberType = typeof(NirNetworkTests))]
    public void Reference_implementation_reads_a_network_and_writes_it_again(string kind) =>
        AssertReadAndWritten(new MLContext(1).Model.ToNir(NirNetworkTests.Networks[kind]()), isChecked: true);

    /// <summary>Without checks, which count the input channels of a convolution with groups for one group.</summary>
    [Fact]
    public void Reference_implementation_reads_every_type_of_node_and_writes_it_again() =>
        AssertReadAndWritten(ExampleGraphs.OfEveryType(), isChecked: false);

    [Theory]
    [InlineData(NirDataForm.Events, false)]
    [InlineData(NirDataForm.Events, true)]
    [InlineData(NirDataForm.Grid, false)]
    [InlineData(NirDataForm.Grid, true)]
    public void Reference_implementation_reads_spikes_and_writes_them_again(NirDataForm form, bool isGraded)
    {
        using TemporaryFolder folder = new();
        MLContext mlContext = new(1);
        IDataView data = SpikeRow.View(mlContext,
            [.. Enumerable.Range(0, 3).Select(row => SpikeRow.Random(row, 300, 0.1 * row, isGraded))], 50, [6]);
        data.SaveNirData(SpikeRow.Column, folder.File("ours.nir"), "lif", new() { Form = form });
        // With a module that the releases up to 1.0.7 lack.
        string printed = Python.RunWith("nir.data_ir", """
            import nir, sys
            data = nir.read_data(sys.argv[1])
            nir.write_data(sys.argv[2], data)
            spikes = data.nodes["lif"].observables["spikes"]
            grid = spikes if isinstance(spikes, nir.TimeGriddedData) else spikes.to_time_gridded(1e-4)
            grid.data.astype("<f4").tofile(sys.argv[3])
            print(type(spikes).__name__, grid.shape, grid.data.dtype)
            """, folder.File("ours.nir"), folder.File("theirs.nir"), folder.File("values"));
        string type = form == NirDataForm.Grid ? "TimeGriddedData" : isGraded ? "ValuedEventData" : "EventData";
        string number = !isGraded ? "bool" : form == NirDataForm.Grid ? "float32" : "float64";
        Assert.Equal($"{type} (3, 50, 6) {number}", printed);
        float[][] saved = SpikeRow.Read(data, SpikeRow.Column);
        float[] values = new float[900];
        Buffer.BlockCopy(File.ReadAllBytes(folder.File("values")), 0, values, 0, 3600);
        Assert.Equal(saved.SelectMany(row => row), values);
        Assert.Equal(saved, SpikeRow.Read(mlContext.Data.LoadNirData(folder.File("theirs.nir")), "Spikes"));
    }

    private static void AssertReadAndWritten(NirGraph graph, bool isChecked)
    {
        using TemporaryFolder folder = new();
        graph.Write(folder.File("ours.nir"));
        string printed = Python.RunWith("nir", ReadAndWrite, folder.File("ours.nir"), folder.File("theirs.nir"),
            isChecked ? "checked" : "");
        Assert.Equal($"{graph.Nodes.Count} {graph.Edges.Count}", printed);
        Assert.Equal(graph, NirGraph.Read(folder.File("theirs.nir")));
    }
}
