using System.Security.Cryptography;

namespace SpikeML.Tests.Mnist.Digits;

public class SampleDigitsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 59_999)]
    [InlineData(-7, 3)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Draw_gives_the_same_digit_when_drawn_again(int seed, int index)
    {
        byte[] first = Draw(seed, index), dirty = new byte[SampleDigits.PixelCount];
        Array.Fill(dirty, (byte)200);

        int label = SampleDigits.Draw(seed, index, dirty);

        Assert.Equal(first, dirty);
        Assert.Equal(SampleDigits.LabelOf(seed, index), label);
    }

    // What seed 0 gives must not change from version to version; a few pixels may, on a machine that rounds otherwise.
    [Fact]
    public void Draw_gives_the_digits_that_it_always_gave()
    {
        const string Expected = """
            ..............######........
            .............#########......
            ............##########......
            ..........#####....###......
            ..........####....####......
            ..........###....####.......
            ..........#.....####........
            ................###.........
            ...............####.........
            ..............####..........
            .............####...........
            ............####............
            ...........###..............
            .......######...............
            ......#######...###.........
            .....##############.........
            ....######..#######.........
            ....#####...................
            .....##.....................
            """;
        byte[] digit = Draw(0, 7);
        string picture = string.Join('\n', Enumerable.Range(3, 19).Select(y =>
            string.Concat(digit.AsSpan(28 * y, 28).ToArray().Select(pixel => pixel < 128 ? '.' : '#'))));

        Assert.Equal([5, 3, 7, 1, 8, 4, 0, 2, 9, 6, 4, 6, 3], Enumerable.Range(0, 13).Select(i => SampleDigits.LabelOf(0, i)));
        Assert.InRange(picture.Zip(Expected.ReplaceLineEndings("\n")).Count(pair => pair.First != pair.Second), 0, 3);
    }

    [Fact]
    public void Draw_gives_60000_different_digits()
    {
        byte[][] digits = new byte[60_000][];
        Parallel.For(0, digits.Length, index => digits[index] = Draw(0, index));

        Assert.Equal(digits.Length, digits.Select(digit => Convert.ToHexString(SHA256.HashData(digit))).Distinct().Count());
    }

    [Fact]
    public void Draw_gives_other_digits_when_the_seed_is_another() =>
        Assert.DoesNotContain(Enumerable.Range(0, 1000), index => Draw(0, index).AsSpan().SequenceEqual(Draw(1, index)));

    [Fact]
    public void Draw_gives_pictures_that_are_lit_as_those_of_MNIST()
    {
        byte[][] digits = [.. Enumerable.Range(0, 2000).Select(index => Draw(4, index))];

        Assert.InRange(digits.Average(digit => digit.Count(pixel => pixel > 0)) / SampleDigits.PixelCount, 0.17, 0.25);
        Assert.InRange(digits.Average(digit => digit.Average(pixel => pixel / 255.0)), 0.09, 0.16);
        Assert.All(digits, digit => Assert.InRange(digit.Max(), (byte)150, (byte)255));
        Assert.All(digits, digit => Assert.InRange(digit.Count(pixel => pixel > 0), 25, 450));
    }

    [Fact]
    public void Draw_puts_digits_in_the_middle()
    {
        for (int index = 0; index < 1000; index++)
        {
            byte[] digit = Draw(5, index);
            double mass = digit.Sum(pixel => pixel);
            Assert.InRange(digit.Select((pixel, i) => pixel * (i % 28 + 0.5)).Sum() / mass, 10.0, 18.0);
            Assert.InRange(digit.Select((pixel, i) => pixel * (i / 28 + 0.5)).Sum() / mass, 10.0, 18.0);
        }
    }

    [Fact]
    public void Draw_makes_the_digits_of_a_class_more_alike_than_those_of_two()
    {
        double[][] means = [.. Enumerable.Range(0, 10).Select(_ => new double[SampleDigits.PixelCount])];
        for (int index = 0; index < 2000; index++)
        {
            byte[] digit = Draw(6, index);
            double[] mean = means[SampleDigits.LabelOf(6, index)];
            for (int i = 0; i < mean.Length; i++)
                mean[i] += digit[i] / 200.0;
        }

        int right = Enumerable.Range(0, 1000).Count(index => Nearest(means, Draw(7, index)) == SampleDigits.LabelOf(7, index));
        Assert.InRange(right, 600, 970);
    }

    [Theory]
    [InlineData(-1, 784, "index")]
    [InlineData(0, 783, "pixels")]
    [InlineData(0, 785, "pixels")]
    public void Draw_refuses_a_digit_that_is_none(int index, int length, string parameter)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => SampleDigits.Draw(0, index, new byte[length]));
        Assert.Equal(parameter, error.ParamName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(int.MinValue)]
    public void LabelOf_gives_each_digit_once_in_every_ten(int seed)
    {
        for (int ten = 0; ten < 1000; ten += 10)
            Assert.Equal(Enumerable.Range(0, 10), Enumerable.Range(ten, 10).Select(i => SampleDigits.LabelOf(seed, i)).Order());
    }

    [Fact]
    public void LabelOf_shuffles_every_ten_anew()
    {
        string[] tens = [.. Enumerable.Range(0, 100).Select(ten =>
            string.Concat(Enumerable.Range(10 * ten, 10).Select(index => SampleDigits.LabelOf(0, index))))];
        Assert.Equal(100, tens.Distinct().Count());
    }

    [Fact]
    public void LabelOf_refuses_a_negative_index() =>
        Assert.Throws<ArgumentOutOfRangeException>("index", () => SampleDigits.LabelOf(0, -1));

    private static byte[] Draw(int seed, int index)
    {
        byte[] pixels = new byte[SampleDigits.PixelCount];
        SampleDigits.Draw(seed, index, pixels);
        return pixels;
    }

    private static int Nearest(double[][] means, byte[] digit) =>
        Enumerable.Range(0, 10).MinBy(label => digit.Select((pixel, i) => Math.Pow(pixel - means[label][i], 2)).Sum());
}
