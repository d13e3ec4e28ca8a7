namespace SpikeML.Torch.Tests.Batches;

public class BatchRowsTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 3, 7)]
    [InlineData(5, 1, 1)]
    [InlineData(4, 3, 5)]
    [InlineData(257, 2, 3)]
    public void Scatter_does_what_Copy_does_when_rows_are_sparse(int numSteps, int batchSize, int neurons)
    {
        Random random = new(numSteps);
        float[] copied = new float[numSteps * batchSize * neurons], scattered = new float[copied.Length];
        for (int row = 0; row < batchSize; row++)
        {
            // Some rows hold no spike, some steps neither.
            float[] values = [.. Enumerable.Range(0, numSteps * neurons)
                .Select(_ => row == 1 || random.Next(4) > 0 ? 0f : random.Next(1, 9))];
            int[] slots = [.. Enumerable.Range(0, values.Length).Where(slot => values[slot] != 0)];
            BatchRows.Copy(values, copied, row, batchSize, neurons);
            BatchRows.Scatter(slots, [.. slots.Select(slot => values[slot])], scattered, row, batchSize, neurons);
            for (int slot = 0; slot < values.Length; slot++)
                Assert.Equal(values[slot], copied[(slot / neurons * batchSize + row) * neurons + slot % neurons]);
        }
        Assert.Equal(copied, scattered);
    }
}
