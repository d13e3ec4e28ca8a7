using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;
using SpikeML.Tests.Warnings;

namespace SpikeML.Tests.Shaping;

public class ReshapeTests
{
    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void Reshape_declares_vectors_of_variable_size_as_spikes()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new { Flat = new float[] { 1, 0, 0, 0, 1, 0 } }]);
        Assert.False(((VectorDataViewType)data.Schema["Flat"].Type).IsKnownSize);
        IDataView spikes = Spikes.Reshape("Spikes", "Flat", [2, 3], areSpikes: true).Fit(data).Transform(data);
        SpikeTrain train = spikes.GetSpikeTrains("Spikes").Single();
        Assert.Equal([new(0, 0, 1), new(1, 1, 1)], train);
        Assert.Equal(2, SpikeAnnotations.StepsOf(spikes.Schema["Spikes"]));
    }

    [Fact]
    public void Reshape_names_the_row_whose_number_of_values_is_another()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new { Flat = new float[6] }, new { Flat = new float[5] }]);
        IDataView shaped = Spikes.Reshape("Shaped", "Flat", [2, 3]).Fit(data).Transform(data);
        var error = Assert.Throws<InvalidOperationException>(() => OneColumn.Read(shaped, "Shaped"));
        Assert.Contains("Column 'Flat' has 5 values in row 1, but [2, 3] needs 6", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reshape_refuses_a_known_size_that_does_not_fit()
    {
        IDataView data = OneColumn.Of(_context, [7], new float[7]);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Reshape("Features", null, [2, 3]).Fit(data));
        Assert.Contains("expected 6 values, as [2, 3] has, got Vector<Single, 7>", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData(0)]
    [InlineData(3, -1)]
    [InlineData(int.MaxValue, 2)]
    public void Reshape_refuses_impossible_dimensions(params int[] dimensions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Reshape("Features", null, dimensions));

    [Fact]
    public void Reshape_keeps_the_type_of_features()
    {
        double[] doubles = [1e8, 1e8 + 1, 0, 3];
        IDataView data = OneColumn.Of(_context, "X", [4], doubles);
        IDataView shaped = Spikes.Reshape("X", null, [2, 2]).Fit(data).Transform(data);
        Assert.Equal("Vector<Double, 2, 2>", shaped.Schema["X"].Type.ToString());
        Assert.Equal(doubles, shaped.GetColumn<VBuffer<double>>("X").Single().DenseValues());
        IDataView bytes = OneColumn.Of(_context, "X", [4], new byte[] { 1, 2, 3, 255 });
        shaped = Spikes.Reshape("X", null, [2, 2]).Fit(bytes).Transform(bytes);
        Assert.Equal("Vector<Byte, 2, 2>", shaped.Schema["X"].Type.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reshape_makes_spikes_of_other_types_single(bool isByte)
    {
        IDataView data = isByte ? OneColumn.Of(_context, "X", [4], new byte[] { 1, 0, 0, 1 })
            : OneColumn.Of(_context, "X", [4], new double[] { 1, 0, 0, 1 });
        IDataView spikes = Spikes.Reshape("X", null, [2, 2], areSpikes: true).Fit(data).Transform(data);
        Assert.Equal("Vector<Single, 2, 2>", spikes.Schema["X"].Type.ToString());
        Assert.Equal([new(0, 0, 1), new(1, 1, 1)], spikes.GetSpikeTrains("X").Single());
    }

    [Theory]
    [InlineData(1e40, true)]
    [InlineData(-1e300, false)]
    public void Reshape_names_a_spike_that_single_precision_does_not_hold(double value, bool isDense)
    {
        double[] row = isDense ? [1, 1, value, 1] : [0, 0, value, 0];
        IDataView data = OneColumn.Of(_context, "X", [4], row);
        IDataView spikes = Spikes.Reshape("Y", "X", [2, 2], areSpikes: true).Fit(data).Transform(data);
        var error = Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(spikes, "Y"));
        Assert.Equal(("X", 2, value), (error.ColumnName, error.Slot, error.Value));
    }

    [Fact]
    public void Reshape_keeps_spikes_declared_and_neurons_named_where_the_steps_stay()
    {
        LoggedWarnings warnings = new(_context);
        IDataView data = _context.Data.LoadFromEnumerable([new { A = 0.5f, B = 0.9f, C = 0.2f, D = 1f }]);
        IDataView shaped = _context.Transforms.Concatenate("Features", "A", "B", "C", "D")
            .Append(Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 30 }))
            .Append(Spikes.Reshape("Square", "Spikes", [30, 2, 2])).Append(Spikes.Reshape("Flat", "Spikes", [120]))
            .Append(Spikes.ReadOutCount("Counts", "Square")).Fit(data).Transform(data);
        Assert.Equal(30, SpikeAnnotations.StepsOf(shaped.Schema["Square"]));
        Assert.Null(SpikeAnnotations.StepsOf(shaped.Schema["Flat"]));
        VBuffer<ReadOnlyMemory<char>> names = default;
        shaped.Schema["Counts"].Annotations.GetValue("SlotNames", ref names);
        Assert.Equal(["A", "B", "C", "D"], names.DenseValues().Select(name => name.ToString()));
        Assert.Empty(warnings.All);
    }

    [Fact]
    public void Reshape_shows_the_dimensions_that_it_refuses()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Reshape("Y", "X", [70_000, 70_000]));
        Assert.Contains("[70000, 70000]", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ImmutableArray", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reshape_does_not_declare_spikes_over_another_number_of_steps()
    {
        IDataView data = OneColumn.Of(_context, [2], [0.5f, 1]);
        var pipeline = Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 6 })
            .Append(Spikes.Reshape("Spikes", null, [4, 3], areSpikes: true));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.Fit(data));
        Assert.Contains("spikes over 4 steps", error.Message, StringComparison.Ordinal);
        Assert.Contains("over 6 steps", error.Message, StringComparison.Ordinal);
    }
}
