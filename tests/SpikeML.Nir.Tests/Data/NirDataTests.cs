using Microsoft.ML;
using PureHDF;
using SpikeML.Nir.Tests.Running;
using SpikeML.Tests;

namespace SpikeML.Nir.Tests.Data;

/// <summary>Spikes and membranes in files of NIRData.</summary>
public class NirDataTests
{
    private const int NumSteps = 50;

    private readonly MLContext _mlContext = new(1);

    public static TheoryData<NirDataForm, bool, double> Cases => new MatrixTheoryData<NirDataForm, bool, double>(
        Enum.GetValues<NirDataForm>(), [false, true], [1e-4, 0.1, 1 / 3.0, 1e-9, 5e-3]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void LoadNirData_gives_the_rows_that_SaveNirData_saved(NirDataForm form, bool isGraded, double timeStep)
    {
        using TemporaryFolder folder = new();
        IDataView data = View(isGraded);
        data.SaveNirData(SpikeRow.Column, folder.File("spikes.nir"), options: new() { Form = form, TimeStep = timeStep });
        IDataView loaded = _mlContext.Data.LoadNirData(folder.File("spikes.nir"), new() { TimeStep = timeStep });
        Assert.Equal(SpikeRow.Read(data, SpikeRow.Column), SpikeRow.Read(loaded, "Spikes"));
        SpikeTrain train = loaded.GetSpikeTrains("Spikes").First();
        Assert.Equal((NumSteps, 6), (train.NumSteps, train.NeuronCount));
    }

    [Fact]
    public void LoadNirData_gives_a_row_without_spikes_when_none_were_saved()
    {
        using TemporaryFolder folder = new();
        SpikeRow.View(_mlContext, [new float[20], new float[20]], 10, [2]).SaveNirData(SpikeRow.Column, folder.File("x.nir"));
        Assert.Equal([0, 0], _mlContext.Data.LoadNirData(folder.File("x.nir")).GetSpikeTrains("Spikes")
            .Select(train => train.Count));
    }

    [Fact]
    public void LoadNirData_reads_the_observable_that_the_options_name()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("several.nir");
        IDataView data = _mlContext.Transforms.CopyColumns("Copy", SpikeRow.Column).Fit(View(false)).Transform(View(false));
        data.SaveNirData([new(SpikeRow.Column, "lif"), new("Copy", "lif", "v"), new("Copy", "outer/lif")], path);
        foreach ((string node, string name) in new[] { ("lif", "spikes"), ("lif", "v"), ("outer/lif", "spikes") })
        {
            NirDataReading reading = new() { NodeName = node, ObservableName = name, OutputColumnName = "Own" };
            Assert.Equal(SpikeRow.Read(data, "Copy"), SpikeRow.Read(_mlContext.Data.LoadNirData(path, reading), "Own"));
        }
        Assert.Contains("'spikes' of 'lif', 'v' of 'lif', 'spikes' of 'outer/lif'", Message<ArgumentException>(path, new()),
            StringComparison.Ordinal);
        Assert.Contains("does not have", Message<ArgumentException>(path, new() { NodeName = "lif2" }), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadNirData_refuses_another_step_than_that_of_values_in_steps()
    {
        using TemporaryFolder folder = new();
        View(false).SaveNirData(SpikeRow.Column, folder.File("x.nir"), options: new() { Form = NirDataForm.Grid });
        Assert.Contains("0.0001 s", Message<ArgumentOutOfRangeException>(folder.File("x.nir"), new() { TimeStep = 1 }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_and_LoadNirData_name_each_other_when_they_are_given_the_other_kind_of_file()
    {
        using TemporaryFolder folder = new();
        View(false).SaveNirData(SpikeRow.Column, folder.File("data.nir"));
        ExampleGraphs.OfEveryType().Write(folder.File("graph.nir"));
        Assert.Contains("LoadNirData", Assert.Throws<FormatException>(() => NirGraph.Read(folder.File("data.nir"))).Message,
            StringComparison.Ordinal);
        Assert.Contains("LoadNir", Message<FormatException>(folder.File("graph.nir"), new()), StringComparison.Ordinal);
    }

    public static TheoryData<string, long[], double[], double, string> Wrong => new()
    {
        { "a neuron", [0, 7], [0.1, 0.2], 1, "an event of neuron 7" },
        { "a negative neuron", [-2, 0], [0.1, 0.2], 1, "an event of neuron -2" },
        { "a time after the end", [0, 1], [0.1, 1.5], 1, "at 1.5 s" },
        { "an endless time", [0, 1], [0.1, double.PositiveInfinity], 1, "at Infinity s" },
        { "no time", [0, 1], [0.1, double.NaN], 1, "at NaN s" },
        { "an end before the first step", [0, 1], [0.1, 0.2], 0.01, "ends after 0.01 s, which are 0 steps of 0.1 s" },
        { "an end that is too late", [0, 1], [0.1, 0.2], 1e12, "at most" },
        { "another number of times", [0, 1], [0.1], 1, "[1, 2] in 'idx', [1, 1] in 'time'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void LoadNirData_refuses_events_outside_the_recording(string what, long[] neurons, double[] times, double end,
        string said)
    {
        using TemporaryFolder folder = new();
        H5Group events = new()
        {
            ["idx"] = new H5Dataset<long[]>(neurons, fileDims: [1, (ulong)neurons.Length]),
            ["time"] = new H5Dataset<double[]>(times, fileDims: [1, (ulong)times.Length]),
        };
        events.Attributes["__type__"] = "EventData";
        events.Attributes["n_neurons"] = 3;
        events.Attributes["t_max"] = end;
        H5File file = new()
        {
            ["nodes"] = new H5Group { ["lif"] = new H5Group { ["observables"] = new H5Group { ["spikes"] = events } } },
        };
        file.Write(folder.File("x.nir"));
        string message = Message<FormatException>(folder.File("x.nir"), new() { TimeStep = 0.1 });
        Assert.True(message.Contains(said, StringComparison.Ordinal), $"{what}: {message}");
        Assert.Contains("'spikes' of the node 'lif'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaveNirData_refuses_what_a_file_cannot_hold_and_leaves_no_file()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("x.nir");
        NirObservable one = new(SpikeRow.Column, "lif");
        Assert.Throws<ArgumentException>(() => View(false).SaveNirData([one, one], path));
        Assert.Throws<ArgumentException>(() => View(false).SaveNirData([one, one with { NodeName = "lif/inner" }], path));
        Assert.Throws<ArgumentException>(() => View(false).SaveNirData([one with { NodeName = "a//b" }], path));
        Assert.Throws<ArgumentException>(() => View(false).SaveNirData([one with { Name = "a/b" }], path));
        Assert.Throws<ArgumentOutOfRangeException>(() => View(false).SaveNirData("Missing", path));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            View(false).SaveNirData(SpikeRow.Column, path, options: new() { TimeStep = 0 }));
        Assert.Throws<ArgumentException>(() => View(false).SaveNirData([], path));
        Assert.Throws<InvalidOperationException>(() =>
            SpikeRow.View(_mlContext, [], 10, [2]).SaveNirData(SpikeRow.Column, path));
        Assert.Throws<InvalidOperationException>(() =>
            SpikeRow.View(_mlContext, [[1, float.NaN]], 1, [2]).SaveNirData(SpikeRow.Column, path));
        Assert.False(File.Exists(path));
    }

    private IDataView View(bool isGraded) => SpikeRow.View(_mlContext,
        [.. Enumerable.Range(0, 4).Select(row => SpikeRow.Random(row, NumSteps * 6, 0.1 * row, isGraded))], NumSteps, [2, 3]);

    private string Message<T>(string path, NirDataReading reading)
        where T : Exception => Assert.Throws<T>(() => _mlContext.Data.LoadNirData(path, reading)).Message;
}
