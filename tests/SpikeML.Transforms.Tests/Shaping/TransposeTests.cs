using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Shaping;

public class TransposeTests
{
    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Fact]
    public void Transpose_makes_channels_of_samples_a_series()
    {
        IDataView data = OneColumn.Of(_context, [2, 3], [1, 2, 3, 4, 5, 6]);
        IDataView series = Spikes.Transpose("Series", "Features").Fit(data).Transform(data);
        Assert.Equal([3, 2], OneColumn.Dimensions(series, "Series"));
        Assert.Equal([1, 4, 2, 5, 3, 6], OneColumn.Read(series, "Series")[0]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 40)]
    [InlineData(40, 1)]
    [InlineData(17, 33)]
    [InlineData(3, 5, 70)]
    public void Transpose_moves_the_last_dimension_first_in_dense_and_sparse_rows(params int[] dimensions)
    {
        int length = dimensions.Aggregate((a, b) => a * b), last = dimensions[^1], others = length / last;
        float[] dense = [.. Enumerable.Range(1, length).Select(value => (float)value)];
        float[] sparse = [.. dense.Select(value => value % 7 == 0 ? value : 0)];
        foreach (float[] row in new[] { dense, sparse })
        {
            IDataView data = OneColumn.Of(_context, dimensions, row);
            IDataView form = new Conformance.VectorForm(data, "Features", sparse: row == sparse);
            IDataView moved = Spikes.Transpose("Features").Fit(form).Transform(form);
            float[] expected = new float[length];
            for (int slot = 0; slot < length; slot++)
                expected[slot % last * others + slot / last] = row[slot];
            VBuffer<float> actual = moved.GetColumn<VBuffer<float>>("Features").Single();
            Assert.Equal(expected, actual.DenseValues());
            Assert.Equal(row == dense || row.All(value => value != 0), actual.IsDense);
            Assert.Equal([last, .. dimensions[..^1]], OneColumn.Dimensions(moved, "Features"));
        }
    }

    [Fact]
    public void Transpose_keeps_the_digits_of_doubles_and_the_type_of_bytes()
    {
        IDataView doubles = OneColumn.Of(_context, "X", [1, 2], new double[] { 1e8 + 1, 1e8 + 2 });
        IDataView moved = Spikes.Transpose("X").Fit(doubles).Transform(doubles);
        Assert.Equal([1e8 + 1, 1e8 + 2], moved.GetColumn<VBuffer<double>>("X").Single().DenseValues());
        IDataView bytes = OneColumn.Of(_context, "X", [2, 2], new byte[] { 1, 2, 3, 4 });
        moved = Spikes.Transpose("X").Fit(bytes).Transform(bytes);
        Assert.Equal(new byte[] { 1, 3, 2, 4 }, moved.GetColumn<VBuffer<byte>>("X").Single().DenseValues());
    }

    [Fact]
    public void Transpose_moves_the_names_of_slots_too()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new { A = 1f, B = 2f, C = 3f, D = 4f }]);
        IDataView moved = _context.Transforms.Concatenate("X", "A", "B", "C", "D").Append(Spikes.Reshape("X", null, [2, 2]))
            .Append(Spikes.Transpose("X")).Fit(data).Transform(data);
        VBuffer<ReadOnlyMemory<char>> names = default;
        moved.Schema["X"].Annotations.GetValue("SlotNames", ref names);
        Assert.Equal(["A", "C", "B", "D"], names.DenseValues().Select(name => name.ToString()));
    }

    [Fact]
    public void Transpose_refuses_a_single_dimension()
    {
        IDataView data = OneColumn.Of(_context, [7], new float[7]);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Spikes.Transpose("Features").Fit(data));
        Assert.Contains("two or more dimensions", error.Message, StringComparison.Ordinal);
    }
}
