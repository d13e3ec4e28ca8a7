using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Shaping;

public class FlattenTests
{
    private readonly MLContext _context = new(seed: 1);

    private SpikeCatalog Spikes => _context.Transforms.Spikes;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Flatten_keeps_the_values_and_sparse_rows_sparse(bool sparse)
    {
        IDataView data = OneColumn.Of(_context, [2, 3, 2], [0, 0, 3, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
        IDataView form = new Conformance.VectorForm(data, "Features", sparse);
        IDataView flat = Spikes.Flatten("Flat", "Features").Fit(form).Transform(form);
        VBuffer<float> row = flat.GetColumn<VBuffer<float>>("Flat").Single();
        Assert.Equal([12], OneColumn.Dimensions(flat, "Flat"));
        Assert.Equal([0, 0, 3, 0, 0, 0, 0, 8, 0, 0, 0, 0], row.DenseValues());
        Assert.Equal(!sparse, row.IsDense);
    }

    [Fact]
    public void Flatten_keeps_the_type_of_doubles_and_bytes()
    {
        IDataView doubles = OneColumn.Of(_context, "X", [1, 2], new double[] { 1e8 + 1, 1e8 + 2 });
        IDataView flat = Spikes.Flatten("X").Fit(doubles).Transform(doubles);
        Assert.Equal([1e8 + 1, 1e8 + 2], flat.GetColumn<VBuffer<double>>("X").Single().DenseValues());
        IDataView bytes = OneColumn.Of(_context, "X", [2, 2], new byte[] { 1, 2, 3, 4 });
        flat = Spikes.Flatten("X").Fit(bytes).Transform(bytes);
        Assert.Equal(new byte[] { 1, 2, 3, 4 }, flat.GetColumn<VBuffer<byte>>("X").Single().DenseValues());
    }

    [Fact]
    public void Flatten_makes_a_scalar_a_vector_of_one()
    {
        IDataView data = _context.Data.LoadFromEnumerable([new Scalar { X = 1.5f }]);
        IDataView flat = Spikes.Flatten("Flat", "X").Fit(data).Transform(data);
        Assert.Equal(1, Assert.IsType<VectorDataViewType>(flat.Schema["Flat"].Type).Size);
        Assert.Equal([1.5f], flat.GetColumn<VBuffer<float>>("Flat").Single().DenseValues());
    }

    [Fact]
    public void Flatten_gives_a_column_that_is_no_longer_spikes()
    {
        IDataView data = OneColumn.Of(_context, [2], [0.5f, 1]);
        IDataView flat = Spikes.EncodeLatency("Spikes", "Features").Append(Spikes.Flatten("Flat", "Spikes"))
            .Fit(data).Transform(data);
        Assert.Null(SpikeAnnotations.StepsOf(flat.Schema["Flat"]));
    }

    private sealed class Scalar
    {
        public float X { get; set; }
    }
}
