using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Warnings;

namespace SpikeML.Tests.Shaping;

public class JoinTests
{
    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void Join_puts_neurons_side_by_side_and_keeps_time()
    {
        IDataView data = Columns([3, 2], [1, 0, 0, 1, 0, 0], [3], [0, 0, 1]);
        IDataView joined = Spikes.Join("Both", "A", "B").Fit(data).Transform(data);
        Assert.Equal([3, 3], OneColumn.Dimensions(joined, "Both"));
        Assert.Equal([1, 0, 0, 0, 1, 0, 0, 0, 1], OneColumn.Read(joined, "Both")[0]);
        Assert.Equal(3, SpikeAnnotations.StepsOf(joined.Schema["Both"]));
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void Join_gives_the_trains_that_the_columns_have_whatever_their_form(double rate)
    {
        IDataView digits = _context.Data.LoadSampleDigits(5);
        IDataView data = Spikes.EncodeRate("A", "Features", new() { NumSteps = 7, Gain = rate })
            .Append(Spikes.EncodeRate("B", "Features", new() { NumSteps = 7, Gain = 0, Offset = rate }))
            .Append(Spikes.Join("Both", "A", "B", "A")).Fit(digits).Transform(digits);
        foreach ((SpikeTrain both, SpikeTrain first, SpikeTrain second) in
            data.GetSpikeTrains("Both").Zip(data.GetSpikeTrains("A"), data.GetSpikeTrains("B")))
            Assert.Equal(first.Concat(second.Select(spike => spike with { Neuron = spike.Neuron + 784 }))
                .Concat(first.Select(spike => spike with { Neuron = spike.Neuron + 1568 }))
                .OrderBy(spike => (spike.Step, spike.Neuron)), both);
    }

    [Fact]
    public void Join_keeps_few_spikes_sparse()
    {
        IDataView digits = _context.Data.LoadSampleDigits(1);
        LatencyEncodingOptions code = new() { NumSteps = 10, Bypass = true };
        IDataView data = Spikes.EncodeLatency([new("A", "Features"), new("B", "Features")], code)
            .Append(Spikes.Join("Both", "A", "B")).Fit(digits).Transform(digits);
        Assert.False(data.GetColumn<VBuffer<float>>("Both").Single().IsDense);
    }

    [Fact]
    public void Join_of_different_numbers_of_steps_names_both_columns()
    {
        IDataView data = Columns([3, 2], new float[6], [4, 2], new float[8]);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Join("Both", "A", "B").Fit(data));
        Assert.Contains("'B': expected 3 steps, as column 'A' has (Vector<Single, 3, 2>), got Vector<Single, 4, 2>",
            error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Join_names_a_column_that_is_missing_or_no_spikes()
    {
        IDataView data = Columns([3, 2], new float[6], [3, 1], new float[3]);
        Assert.Contains("'C'", Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Join("Both", "A", "C").Fit(data)).Message,
            StringComparison.Ordinal);
        IDataView text = _context.Data.LoadFromEnumerable([new { A = "x", B = 1f }]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Join("Both", "A", "B").Fit(text));
        Assert.Throws<ArgumentException>(() => Spikes.Join("Both"));
    }

    [Fact]
    public void Join_takes_the_neurons_of_streams_side_by_side()
    {
        IDataView log = Columns([2], [0, 1], [3], [1, 0, 1]);
        IDataView joined = Spikes.EncodeStream("SA", "A", new DeltaEncodingOptions())
            .Append(Spikes.EncodeStream("SB", "B", new DeltaEncodingOptions())).Append(Spikes.Join("Both", "SA", "SB"))
            .Fit(log).Transform(log);
        Assert.Equal([1, 5], OneColumn.Dimensions(joined, "Both"));
        Assert.Equal([0, 1, 1, 0, 1], OneColumn.Read(joined, "Both")[0]);
    }

    [Fact]
    public void Join_of_streams_warns_of_nothing()
    {
        LoggedWarnings warnings = new(_context);
        IDataView log = Columns([2], [0, 1], [3, 2], [1, 0, 1, 0, 0, 1]);
        IDataView joined = Spikes.EncodeStream("SA", "A", new DeltaEncodingOptions())
            .Append(Spikes.EncodeStream("SB", "B", new DeltaEncodingOptions())).Append(Spikes.Join("Both", "SA", "SB"))
            .Append(Spikes.ReadOutCount("Counts", "Both")).Fit(log).Transform(log);
        Assert.Equal([0, 1, 1, 0, 1, 0, 0, 1], OneColumn.Read(joined, "Counts")[0]);
        Assert.Empty(warnings.All);
    }

    [Fact]
    public void Join_keeps_the_names_of_neurons()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new { X = 0.1f, Y = 0.5f, Other = new[] { 1f } }]);
        IDataView joined = _context.Transforms.Concatenate("Named", "X", "Y").Append(Spikes.EncodeRate("A", "Named"))
            .Append(Spikes.EncodeRate("B", "X")).Append(Spikes.Join("Both", "B", "A"))
            .Append(Spikes.ReadOutCount("Counts", "Both"))
            .Fit(data).Transform(data);
        VBuffer<ReadOnlyMemory<char>> names = default;
        joined.Schema["Counts"].Annotations.GetValue("SlotNames", ref names);
        Assert.Equal(["", "X", "Y"], names.DenseValues().Select(name => name.ToString()));
    }

    private IDataView Columns(int[] first, float[] a, int[] second, float[] b)
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Pair));
        schema["A"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, first);
        schema["B"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, second);
        return _context.Data.LoadFromEnumerable([new Pair { A = a, B = b }], schema);
    }

    private sealed class Pair
    {
        public float[] A { get; set; } = [];

        public float[] B { get; set; } = [];
    }
}
