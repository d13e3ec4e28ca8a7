using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Models;

public sealed class BinaryFileTests : IDisposable
{
    private readonly MLContext _context = new(seed: 1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_writes_equal_bytes_for_equal_rows_of_many_blocks()
    {
        // Four columns of 4 MB each, in blocks of 1 MB.
        IDataView data = OneColumn.Of(_context, [1000], [.. Enumerable.Range(0, 1000).Select(Row)]);
        IDataView wide = _context.Transforms.CopyColumns("B", "Features").Append(_context.Transforms.CopyColumns("C", "Features"))
            .Append(_context.Transforms.CopyColumns("D", "Features")).Fit(data).Transform(data);
        byte[] first = Saved(wide);
        for (int again = 0; again < 4; again++)
            Assert.True(first.AsSpan().SequenceEqual(Saved(wide)));
        Assert.Equal(OneColumn.Read(data, "Features"), OneColumn.Read(Loaded(first), "D"));
    }

    [Fact]
    public void Save_leaves_out_columns_that_others_hide()
    {
        IDataView data = OneColumn.Of(_context, [2], [1, 2], [3, 4]);
        IDataView hidden = _context.Transforms.Concatenate("Features", "Features", "Features").Fit(data).Transform(data);
        DataViewSchema.Column column = Assert.Single(Loaded(Saved(hidden)).Schema);
        Assert.Equal(4, ((VectorDataViewType)column.Type).Size);
    }

    private static float[] Row(int row) => [.. Enumerable.Range(0, 1000).Select(slot => (float)(row * slot % 97))];

    private byte[] Saved(IDataView data)
    {
        using MemoryStream stream = new();
        BinaryFile.Save(_context, data, stream);
        return stream.ToArray();
    }

    private IDataView Loaded(byte[] file) => _context.Data.LoadFromBinary(_folder.Write("rows.idv", file));
}
