using Microsoft.ML.Data;

namespace SpikeML.Tests.Engine;

public class SpikeBuffersTests
{
    [Fact]
    public void Compact_allocates_nothing_for_rows_with_a_few_more_spikes_each()
    {
        const int Length = 10_000;
        VBuffer<float> row = default;
        Pack(ref row, Length, 4000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int count = 4000; count <= Length / 2; count += 100)
            Pack(ref row, Length, count);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((Length / 2, Length), (row.GetValues().Length, row.Length));
    }

    private static void Pack(ref VBuffer<float> row, int length, int count)
    {
        VBufferEditor<float> dense = VBufferEditor.Create(ref row, length);
        dense.Values.Clear();
        dense.Values[..count].Fill(1);
        row = dense.Commit();
        SpikeBuffers.Compact(ref row, count);
    }
}
