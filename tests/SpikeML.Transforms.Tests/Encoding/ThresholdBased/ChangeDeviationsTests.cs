namespace SpikeML.Tests.Encoding.ThresholdBased;

public class ChangeDeviationsTests
{
    [Fact]
    public void Write_gives_the_change_that_leads_to_each_step()
    {
        float[] tile = [.. Enumerable.Range(0, 3 * DoubleLanes.Count).Select(slot => (float)(slot * slot))];
        float[] deviations = new float[tile.Length];
        Array.Fill(deviations, float.NaN);
        new ChangeDeviations<float>([1]).Write(tile, deviations, []);
        Assert.Equal(tile.Select((value, slot) => slot < DoubleLanes.Count ? 0 : value - tile[slot - DoubleLanes.Count]),
            deviations);
    }
}
