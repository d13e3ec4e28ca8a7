using Microsoft.ML;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Mnist;

public sealed class PixelFeaturesTests : IDisposable
{
    private readonly MLContext _mlContext = new();
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<byte[], bool> Pictures => new()
    {
        { [0, 0, 0, 0, 0], false },
        { [0, 0, 7, 0, 255], false },
        { [9, 9, 0, 0, 0], false },
        { [9, 0, 9, 9, 0], true },
        { [1, 2, 3, 4, 5], true },
        { [0, 9, 9, 0], true },
        { [0, 0, 0, 9], false },
        { [7], true },
        { [0], false },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Features_are_pixels_by_255_and_sparse_when_fewer_than_half_are_lit(byte[] pixels, bool isDense)
    {
        VBuffer<float> dirtyDense = new(3, [8f, 8f, 8f]);
        VBuffer<float> dirtySparse = new(90, 2, [8f, 8f], [5, 88]);
        VBuffer<float> fresh = default;
        foreach (VBuffer<float> buffer in new[] { fresh, dirtyDense, dirtySparse })
        {
            VBuffer<float> features = buffer;
            ReadFirst(pixels, ref features);
            Assert.Equal(isDense, features.IsDense);
            Assert.Equal(pixels.Select(pixel => pixel / 255f), features.DenseValues());
        }
    }

    [Fact]
    public void Features_of_every_byte_are_that_byte_by_255()
    {
        VBuffer<float> features = default;
        ReadFirst([.. Enumerable.Range(0, 256).Select(i => (byte)i)], ref features);
        Assert.Equal(Enumerable.Range(0, 256).Select(i => i / 255f), features.DenseValues());
    }

    [Fact]
    public void Features_take_no_memory_when_the_buffer_has_been_used()
    {
        IDataView data = _mlContext.Data.LoadSampleDigits(2000);
        using DataViewRowCursor cursor = data.GetRowCursor(data.Schema);
        var getter = cursor.GetGetter<VBuffer<float>>(data.Schema["Features"]);
        VBuffer<float> features = default;
        for (int i = 0; i < 1000; i++)
        {
            cursor.MoveNext();
            getter(ref features);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();

        while (cursor.MoveNext())
            getter(ref features);

        // A thousand rows: no more than a growth or two of the buffers and the cursor's end.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000);
    }

    private void ReadFirst(byte[] pixels, ref VBuffer<float> features)
    {
        string images = _folder.Write("images", IdxBytes.File(IdxBytes.ImagesMagic, [1, 1, (uint)pixels.Length], pixels));
        IDataView data = _mlContext.Data.LoadMnist(images, _folder.Write("labels", IdxBytes.Labels(3)));
        using DataViewRowCursor cursor = data.GetRowCursor(data.Schema);
        Assert.True(cursor.MoveNext());
        cursor.GetGetter<VBuffer<float>>(data.Schema["Features"])(ref features);
    }
}
