using System.Runtime.Intrinsics;

namespace SpikeML.Tests.Arithmetic;

public class ExponentialTests
{
    [Fact]
    public void Of_eight_numbers_gives_the_bits_of_each()
    {
        Random random = new(1);
        double[] special = [0, -0.0, double.Epsilon, 1e-300, -1e-17, -708, 709, -709, 710, -1e300, 1e300,
            double.PositiveInfinity, double.NegativeInfinity, Math.Log(2) / 2];
        for (int i = 0; i < 40_000; i++)
        {
            double[] numbers = [.. Enumerable.Range(0, Vector512<double>.Count).Select(lane =>
                i < special.Length ? special[(i + lane) % special.Length]
                    : (random.NextDouble() - 0.5) * Math.Pow(2, random.Next(-40, 11)))];
            Vector512<double> together = Exponential.Of(Vector512.Create<double>(numbers));
            for (int lane = 0; lane < numbers.Length; lane++)
                Assert.Equal(BitConverter.DoubleToInt64Bits(Exponential.Of(numbers[lane])),
                    BitConverter.DoubleToInt64Bits(together[lane]));
        }
    }
}
