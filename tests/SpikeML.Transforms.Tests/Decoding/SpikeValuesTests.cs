namespace SpikeML.Tests.Decoding;

/// <summary>Readouts of rows in either form, slot by slot.</summary>
public class SpikeValuesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(33)]
    public void FirstSpikeTime_finds_a_single_spike_in_any_slot(int neurons)
    {
        const int NumSteps = 50;
        for (int slot = 0; slot < NumSteps * neurons; slot++)
        {
            float[] row = new float[NumSteps * neurons], expected = new float[neurons];
            row[slot] = 1;
            Array.Fill(expected, NumSteps);
            expected[slot % neurons] = slot / neurons;
            Assert.Equal(expected, FirstSpikeTimes(new(row), NumSteps, neurons));
            Assert.Equal(expected, FirstSpikeTimes(new([slot], [1]), NumSteps, neurons));
        }
    }

    [Fact]
    public void A_listed_zero_is_no_spike()
    {
        // Of two neurons: one spike of the first at step 1, two of the second at steps 0 and 1.
        SpikeValues spikes = new([0, 1, 2, 3, 5], [0, 1, 1, 1, -0f]);
        float[] read = [float.NaN, float.NaN];
        spikes.Count(read);
        Assert.Equal([1, 2], read);
        spikes.Sum(read);
        Assert.Equal([1, 2], read);
        spikes.FirstSpikeTime(3, read);
        Assert.Equal([1, 0], read);
        double[] intervals = [double.NaN, double.NaN];
        spikes.MeanIntervals(intervals, 2);
        Assert.Equal([2, 1], intervals);
    }

    [Fact]
    public void Readouts_of_no_neurons_give_nothing()
    {
        SpikeValues spikes = new([]);
        spikes.Count([]);
        spikes.Sum([]);
        spikes.FirstSpikeTime(0, []);
    }

    private static float[] FirstSpikeTimes(SpikeValues spikes, int numSteps, int neurons)
    {
        float[] times = new float[neurons];
        Array.Fill(times, float.NaN);
        spikes.FirstSpikeTime(numSteps, times);
        return times;
    }
}
