namespace SpikeML.Tests.Arithmetic;

public class SlotDivisionTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(784)]
    [InlineData(65_536)]
    [InlineData(1_000_003)]
    [InlineData(int.MaxValue)]
    public void Of_gives_what_a_division_does(int neurons)
    {
        SlotDivision division = new(neurons);
        int[] ends = [0, 1, neurons - 1, neurons, (int)Math.Min(int.MaxValue, 2L * neurons - 1), int.MaxValue - 1, int.MaxValue];
        Random random = new(3);
        foreach (int slot in ends.Concat(Enumerable.Range(0, 10_000).Select(_ => random.Next())))
            Assert.Equal(Math.DivRem(slot, neurons), division.Of(slot));
        for (int multiple = neurons; multiple > 0 && multiple < int.MaxValue - 2L * neurons && multiple < 10_000L * neurons;
            multiple += neurons)
            Assert.Equal((multiple / neurons - 1, neurons - 1), division.Of(multiple - 1));
    }
}
