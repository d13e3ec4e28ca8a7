using System.Runtime.Intrinsics;

namespace SpikeML.Tests.Arithmetic;

public class LogarithmTests
{
    private static readonly double[] Numbers =
        [.. Enumerable.Range(-300, 600).Select(i => Math.Exp(i / 3.7)), 1, double.BitIncrement(1), double.BitDecrement(1)];

    [Fact]
    public void It_is_that_of_the_runtime_but_for_the_last_bits()
    {
        foreach (double number in Numbers)
            Assert.Equal(Math.Log(number), Logarithm.Of(number), Math.Abs(Math.Log(number)) * 1e-15);
    }

    /// <summary>Alone, in vectors, and in rows, to the bit.</summary>
    [Fact]
    public void All_ways_give_the_same_bits()
    {
        foreach (double number in Numbers)
            Assert.Equal(Logarithm.Of(number), Logarithm.Of(Vector512.Create(number))[5]);
        float[] row = [.. Numbers.Where(number => number is > 1e-30 and < 1e30).Select(number => (float)number)];
        float[] logarithms = row[..(row.Length & -8)];
        Logarithm.Of(logarithms);
        Assert.Equal(row.Take(logarithms.Length).Select(number => (float)Logarithm.Of((double)number)), logarithms);
    }
}
