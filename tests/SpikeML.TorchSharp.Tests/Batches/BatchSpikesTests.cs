using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Batches;

public class BatchSpikesTests
{
    /// <summary>Sparse rows may store zeros; a dense row, or too many events, makes the batch dense.</summary>
    [Theory]
    [InlineData(1, 1, 1, 1, 0, 1, false)]
    [InlineData(5, 4, 4, 7, 0.1, 1, false)]
    [InlineData(5, 4, 3, 7, 0.1, 9, false)]
    [InlineData(64, 3, 2, 33, 0.02, 1, false)]
    [InlineData(9, 3, 3, 20, 0, 1, false)]
    [InlineData(9, 3, 3, 20, 0.4, 1, false)]
    [InlineData(9, 3, 2, 20, 0.4, 9, false)]
    [InlineData(5, 4, 3, 7, 0.1, 9, true)]
    public void Take_gives_events_or_a_tensor_with_the_values_of_the_rows(int numSteps, int batchSize, int rows, int neurons,
        double share, int largest, bool hasDenseRow)
    {
        using DisposeScope scope = NewDisposeScope();
        Random random = new(numSteps);
        float[][] values = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, numSteps * neurons)
            .Select(_ => random.NextDouble() < share ? random.Next(1, largest + 1) : 0f).ToArray())];
        using BatchSpikes wanted = new(numSteps, batchSize, neurons, asEvents: false);
        using BatchSpikes batch = new(numSteps, batchSize, neurons, asEvents: true);
        for (int row = 0; row < rows; row++)
        {
            wanted.Add(new VBuffer<float>(values[row].Length, values[row]));
            batch.Add(hasDenseRow && row == 1 ? new VBuffer<float>(values[row].Length, values[row]) : Sparse(values[row]));
        }
        Tensor expected = wanted.Take().Dense!;
        (Tensor? dense, InputEvents? events) = batch.Take();
        Assert.Equal(hasDenseRow || share > EventLinear.SparseShare, events is null);
        Tensor actual = dense ?? events!.ToTensor().view(numSteps, rows, neurons);
        Assert.Equal([numSteps, rows, neurons], expected.shape);
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
        AssertSame(events is null ? null : EventLinear.FindEvents(expected), events);
    }

    /// <summary>What a device does with the slots of sparse rows.</summary>
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(5, 4, 7, 1)]
    [InlineData(5, 3, 7, 9)]
    [InlineData(64, 2, 33, 1)]
    public void Spread_gives_the_tensor_of_dense_rows(int numSteps, int rows, int neurons, int largest)
    {
        using DisposeScope scope = NewDisposeScope();
        Random random = new(numSteps);
        using BatchSpikes wanted = new(numSteps, rows, neurons, asEvents: false);
        EventGathering events = new(numSteps, neurons);
        for (int row = 0; row < rows; row++)
        {
            // The second row is silent.
            float[] values = [.. Enumerable.Range(0, numSteps * neurons)
                .Select(_ => row != 1 && random.NextDouble() < 0.2 ? random.Next(1, largest + 1) : 0f)];
            VBuffer<float> sparse = Sparse(values);
            wanted.Add(new VBuffer<float>(values.Length, values));
            events.Add(sparse.GetIndices(), sparse.GetValues());
        }
        Tensor expected = wanted.Take().Dense!, actual = DeviceCopy.Spread(events, CPU);
        Assert.Equal([numSteps, rows, neurons], actual.shape);
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
    }

    [Fact]
    public void Spikes_of_a_batch_of_events_are_its_dense_tensor()
    {
        InputEvents events = new([0, 1, 1, 3, 3], [1, 0, 2], [], 3) { NumSteps = 2 };
        using SpikeBatch batch = new(null, events, [2, 2, 1, 3], null, null);
        Tensor spikes;
        using (NewDisposeScope())
            spikes = batch.Spikes;
        Assert.Equal(2, batch.Count);
        Assert.Equal([2, 2, 1, 3], spikes.shape);
        Assert.Equal([0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0], batch.Spikes.data<float>().ToArray());
    }

    private static void AssertSame(InputEvents? expected, InputEvents? actual)
    {
        if (expected is null || actual is null)
            return;
        Assert.Equal(expected.Starts, actual.Starts);
        Assert.Equal(expected.Columns.Take(expected.Count), actual.Columns);
        Assert.Equal(expected.Values, actual.Values);
    }

    private static VBuffer<float> Sparse(float[] values)
    {
        // A row that stored all its slots would be dense.
        int[] slots = [.. Enumerable.Range(0, values.Length).Where(slot => values[slot] != 0 || slot % 5 == 1)];
        return new(values.Length, slots.Length, [.. slots.Select(slot => values[slot])], slots);
    }
}
