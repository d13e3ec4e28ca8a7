namespace SpikeML.Nir.Tests.Files;

/// <summary>Files that h5py wrote as other tools do (Fixtures/make.py), read without Python.</summary>
public class FixtureTests
{
    private static float[] Eighths(int count) => [.. Enumerable.Range(1, count).Select(index => index / 8f)];

    [Theory]
    [InlineData("gzip.nir", false)]
    [InlineData("shuffled.nir", true)]
    public void Read_takes_compressed_arrays(string file, bool isDouble)
    {
        NirGraph graph = Read(file);
        NirLif lif = Assert.IsType<NirLif>(graph.Nodes["lif"]);
        Assert.Equal(isDouble, lif.Tau.IsDouble);
        Assert.Equal(Eighths(40), lif.Tau.ToSingles());
        Assert.Equal(Eighths(40), lif.VReset.ToSingles());
        Assert.Equal([40], lif.Shape);
        Assert.Empty(graph.Notes);
    }

    [Fact]
    public void Read_fills_in_what_old_files_lack_and_says_so()
    {
        NirGraph graph = Read("old.nir");
        Assert.Null(graph.Version);
        Assert.Equal(NirArray.Filled(0f, [2]), ((NirLif)graph.Nodes["lif"]).VReset);
        Assert.Equal(["The node 'lif' (LIF) has no 'v_reset'; 0 is used."], graph.Notes);
    }

    [Fact]
    public void Read_spreads_scalars_to_the_shape_that_the_edges_have_and_says_so()
    {
        NirGraph graph = Read("scalars.nir");
        NirLif lif = (NirLif)graph.Nodes["lif"];
        Assert.Equal(NirArray.Filled(0.125f, [3]), lif.Tau);
        Assert.Equal(NirArray.Filled(0.125f, [3]), lif.VThreshold);
        Assert.Equal(5, graph.Notes.Count);
        Assert.Contains("The node 'lif' (LIF) has a single value in 'tau', which is used for all neurons, [3].", graph.Notes);
    }

    [Fact]
    public void Read_takes_what_the_newest_HDF5_and_other_types_of_numbers_hold()
    {
        NirGraph graph = Read("latest.nir");
        NirLif lif = (NirLif)graph.Nodes["lif"];
        Assert.Equal(Eighths(2), lif.Tau.ToSingles());
        Assert.Equal(NirArray.Of([1.0, 2.0]), lif.R);
        Assert.Equal(NirArray.Of([1.0, 0.0]), lif.VReset);
        Assert.Equal([2], ((NirOutput)graph.Nodes["output"]).Shape);
        Assert.Equal(1L, lif.Metadata["learned"]);
        Assert.Equal(1.5, lif.Metadata["when"]);
        Assert.Equal(NirArray.Of([1.0, 2.0]), lif.Metadata["rates"]);
        Assert.Equal(
        [
            "The metadata 'where' of the node 'lif' is of the HDF5 class Compound, which NIR does not use; it is left out.",
            "The node 'lif' (LIF) has a dataset 'note', which the type does not have; it is ignored.",
            "The edge lif -> output has the shape [2] at one end and [1, 2, 1] at the other; the shape inside the graph is used.",
        ], graph.Notes);
    }

    [Fact]
    public void Read_takes_many_nodes_and_chunks_in_the_newest_layout()
    {
        NirGraph graph = Read("dense.nir");
        Assert.Equal(14, graph.Nodes.Count);
        Assert.All(graph.Nodes.Values.OfType<NirLif>(), lif => Assert.Equal(Eighths(9), lif.VReset.ToSingles()));
        Assert.Empty(graph.Notes);
    }

    [Theory]
    [InlineData("lzf.nir", "The dataset 'r' of the node 'lif' is compressed with lzf, which SpikeML cannot read. Write the file "
        + "with gzip, the default of nir.write, or without compression.")]
    [InlineData("big-endian.nir", "The dataset 'r' of the node 'lif' has big-endian numbers, which SpikeML cannot read. Write it "
        + "with little-endian numbers, as NumPy does by default.")]
    public void Read_refuses_what_the_library_cannot_read_by_name(string file, string message)
    {
        var error = Assert.Throws<FormatException>(() => Read(file));
        Assert.Equal($"'{PathOf(file)}' cannot be read as a NIR graph. {message}", error.Message);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", file);

    private static NirGraph Read(string file) => NirGraph.Read(PathOf(file));
}
