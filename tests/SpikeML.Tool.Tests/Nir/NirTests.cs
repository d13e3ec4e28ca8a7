using SpikeML.Events;
using SpikeML.Nir;
using SpikeML.Tool.Running;
using SpikeML.Torch;

namespace SpikeML.Tool.Tests.Nir;

public class NirTests
{
    [Fact]
    public void Convert_writes_the_network_of_a_model_and_info_shows_it()
    {
        using WorkFolder folder = new();
        SavedModels.WriteNetwork(folder, "model.zip", ResetMechanism.Zero);
        Tool.Do(folder, "nir convert model.zip -o net.nir --dt 0.001");
        NirGraph graph = NirGraph.Read(folder.File("net.nir"));
        Assert.Equal(NirArray.Filled(0.004, [8]), ((NirLif)graph.Nodes["lif1"]).Tau);
        Assert.Equal(25L, graph.Metadata["num_steps"]);
        string shown = Tool.Do(folder, "nir info net.nir");
        Assert.StartsWith("""
            graph: 6 nodes, 5 edges, NIR 1.0.7
              input: Input [12] to [12], then affine1
              affine1: Affine [12] to [8], then lif1
                weight: [8, 12] 0 to 0.5
                bias: [8] 0
              lif1: LIF [8] to [8], then affine2
                tau: [8] 0.004
                r: [8] 4
                v_leak: [8] 0
                v_threshold: [8] 1
                v_reset: [8] 0
            """, shown, StringComparison.Ordinal);
        Assert.Contains("dt: 0.001\nencoder: RateEncodingOptions { ", shown, StringComparison.Ordinal);
        Assert.EndsWith("SpikeML's trainers make such networks: they can be trained further\n", shown);
    }

    [Fact]
    public void Convert_says_what_is_approximate()
    {
        using WorkFolder folder = new();
        SavedModels.WriteNetwork(folder, "model.zip");
        Tool.Refuse(folder, "nir convert model.zip -o net.nir", ExitCode.BadInput, "Layer 1 (dense 8) has neurons whose reset "
            + "subtracts the threshold, which NIR cannot say. Train with a reset to zero or without one, or use --reset "
            + "approximate");
        Tool.Do(folder, "nir convert model.zip -o net.nir --reset approximate");
        Assert.Contains("approximate: in 'lif1', spikes subtract the threshold in the network that was saved",
            Tool.Do(folder, "nir info net.nir"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_writes_the_class_the_scores_and_the_spikes_of_each_row()
    {
        using WorkFolder folder = new();
        Passing(2).Write(folder.File("net.nir"));
        folder.Write("table.csv", "a,b", "1,0", "0,1");
        Tool.Do(folder, "encode rate table.csv --num-steps 3 --seed 1 -o spikes.npz");
        Tool.Do(folder, "nir run net.nir spikes.npz -o out.csv --spikes");
        string[] lines = File.ReadAllLines(folder.File("out.csv"));
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("row,PredictedLabel,Score.0,Score.1,OutputSpikes.0,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("0,0,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,0,1,0,1,0", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("1,1,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",0,1,0,1,0,1", lines[2], StringComparison.Ordinal);
        Tool.Do(folder, "nir run net.nir spikes.npz -o out.csv --force");
        Assert.Equal("row,PredictedLabel,Score.0,Score.1", File.ReadLines(folder.File("out.csv")).First());
        Tool.Refuse(folder, "nir run net.nir spikes.npz -o out.csv", ExitCode.Failed, "'out.csv' already exists");
        Tool.Refuse(folder, "nir run net.nir spikes.npz --time-step 0", ExitCode.Usage,
            "--time-step expects a number of seconds above 0, got '0'");
    }

    [Fact]
    public void Run_says_how_many_neurons_the_graph_takes_in()
    {
        using WorkFolder folder = new();
        Passing(3).Write(folder.File("net.nir"));
        folder.Write("table.csv", "a,b", "1,0");
        Tool.Do(folder, "encode rate table.csv --num-steps 3 --seed 1 -o spikes.npz");
        Tool.Refuse(folder, "nir run net.nir spikes.npz", ExitCode.BadInput, "2 neurons a step, and the graph takes in [3]");
    }

    [Theory]
    [InlineData("--sparse")]
    [InlineData("")]
    public void Run_writes_labels_and_takes_step_and_names_of_classes_from_the_metadata(string sparse)
    {
        using WorkFolder folder = new();
        Named(folder, "net.nir", timeStep: 0.002);
        folder.Write("table.csv", "a,b,Label", "1,0,yes", "0,1,no");
        Tool.Do(folder, $"encode rate table.csv --label Label --num-steps 3 --seed 1 -o spikes.npz {sparse}");
        Outcome outcome = Tool.Run(folder, "nir", "run", "net.nir", "spikes.npz", "-o", "out.csv");
        string[] lines = File.ReadAllLines(folder.File("out.csv"));
        Assert.Equal("row,Label,PredictedLabel,Score.yes,Score.no", lines[0]);
        Assert.StartsWith("0,yes,yes,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("1,no,no,", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("warning", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("The graph was saved for a time step of 0.002 s ('dt' in its metadata), but runs with one of 0.001 s, so "
            + "its neurons leak at another rate: leave --time-step out.",
            Tool.Run(folder, "nir", "run", "net.nir", "spikes.npz", "--dt", "0.001", "-o", "other.csv").Errors,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[3] numbers")]
    [InlineData("a number for each label and row")]
    public void Run_leaves_out_labels_that_are_not_one_for_each_row(string kind)
    {
        using WorkFolder folder = new();
        Passing(2).Write(folder.File("net.nir"));
        NpyArray labels = kind[0] == '[' ? new NpyArray<long>([1, 2, 3], [3]) : new NpyArray<long>([1, 0, 0, 1], [2, 2]);
        using (FileStream file = File.Create(folder.File("spikes.npz")))
            NpzFile.Write(file, [new("spikes", new NpyArray<float>([1, 0, 0, 1], [2, 1, 2])), new("labels", labels)]);
        Tool.Do(folder, "nir run net.nir spikes.npz -o out.csv");
        Assert.StartsWith("row,PredictedLabel,", File.ReadAllText(folder.File("out.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_takes_a_recording_in_any_number_of_steps()
    {
        using WorkFolder folder = new();
        EventWriter.Write(folder.File("a.dat"), [new(1, 0, 100, 1), new(0, 0, 299, 0)], EventFormat.Dat, width: 2, height: 1);
        Passing(4).Write(folder.File("net.nir"));
        Tool.Do(folder, "nir run net.nir a.dat --steps 2 --spikes -o out.csv");
        string[] lines = File.ReadAllLines(folder.File("out.csv"));
        Assert.EndsWith(",0,0,0,1,1,0,0,0", lines[1], StringComparison.Ordinal);
        Tool.Refuse(folder, "nir run net.nir a.dat --steps 0", ExitCode.Usage, "--steps expects an integer of at least 1");
    }

    [Fact]
    public void Info_of_a_network_names_the_command_for_it()
    {
        using WorkFolder folder = new();
        Passing(2).Write(folder.File("net.nir"));
        Tool.Refuse(folder, "info net.nir", ExitCode.BadInput, "seems to be a network in NIR: 'spikeml nir info' shows it");
    }

    [Fact]
    public void Info_says_what_the_import_of_snnTorch_does_not_have()
    {
        using WorkFolder folder = new();
        Passing(2).Write(folder.File("net.nir"));
        Assert.Contains("\nsnnTorch's import does not have Threshold ('fires')\n", Tool.Do(folder, "nir info net.nir"),
            StringComparison.Ordinal);
    }

    private static void Named(WorkFolder folder, string name, double timeStep) => (Passing(2) with
    {
        Metadata = new Dictionary<string, object> { ["dt"] = timeStep, ["classes"] = new[] { "yes", "no" } },
    }).Write(folder.File(name));

    private static NirGraph Passing(int neurons) => new(new Dictionary<string, NirNode>
    {
        ["in"] = new NirInput { Shape = [neurons] },
        ["fires"] = new NirThreshold { Threshold = NirArray.Filled(0.5f, [neurons]) },
        ["out"] = new NirOutput { Shape = [neurons] },
    }, [new("in", "fires"), new("fires", "out")]);

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "nir info none.nir", ExitCode.Failed, "The file 'none.nir' does not exist." },
        { "nir info table.csv", ExitCode.BadInput, "'table.csv' is not an HDF5 file, as NIR files are" },
        { "nir convert encoder.zip -o net.nir", ExitCode.BadInput, "'encoder.zip' has 0 spiking networks, and one is needed" },
        { "nir convert model.zip -o table.csv", ExitCode.Failed, "'table.csv' already exists" },
        { "nir convert model.zip -o net.nir --reset zero", ExitCode.Usage, "--reset expects exact or approximate, got 'zero'" },
        { "nir convert model.zip -o net.nir --dt 0,1", ExitCode.Usage, "--dt expects a number of seconds above 0, got '0,1'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_words_and_files_are_refused(string arguments, int exitCode, string message)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "1,0");
        SavedModels.WriteNetwork(folder, "model.zip");
        Tool.Do(folder, "fit rate table.csv -o encoder.zip");
        Tool.Refuse(folder, arguments, exitCode, message);
    }
}
