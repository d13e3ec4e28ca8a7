using System.Collections.Immutable;

namespace SpikeML.Tests.Encoding.Reference;

/// <summary>Scaling, receptive fields, ramps and the functions under them give what plain loops give, bit by bit.</summary>
public class ScalingReferenceTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Scale(bool clamp, bool perSlot)
    {
        Random random = new(3);
        foreach (int width in HardRows.Widths)
        {
            ImmutableArray<ValueRange> ranges = [.. Ranges(random, perSlot ? width : 1)];
            EncodedRow pipeline = new(new ScaleOptions { Clamp = clamp, PerSlot = perSlot, LearnedRanges = ranges }, width);
            foreach (float[] row in HardRows.Finite(random, width))
            {
                float[] expected = [.. row.Select((value, slot) => PlainScale(value, ranges[perSlot ? slot : 0], clamp))];
                float[] scaled = [.. row];
                RangeScaling.Scale(scaled, scaled, ranges.AsSpan(), clamp);
                EncodedRow.AssertSame(expected, scaled);
                // A sparse row has no place for the sign of a zero.
                EncodedRow.AssertSame([.. expected.Select(value => value + 0f)],
                    [.. pipeline.Encode(row).Select(value => value + 0f)]);
                EncodedRow.AssertSame(expected, pipeline.EncodeAtOnce(row));
                EncodedRow.AssertSame(expected, pipeline.EncodeAtOnce(row, [.. row.Select(value => (double)value)]));
            }
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Scale_of_ranges_from_zero(bool clamp, bool perSlot)
    {
        Random random = new(3);
        foreach (int width in HardRows.Widths)
        {
            ImmutableArray<ValueRange> ranges = [.. RangesFromZero(random, perSlot ? width : 1)];
            ScaleOptions code = new() { Clamp = clamp, PerSlot = perSlot, LearnedRanges = ranges };
            EncodedRow pipeline = new(code, width);
            Assert.True(code.ReadsSparse);
            foreach (float[] row in HardRows.Finite(random, width))
            {
                float[] expected = [.. row.Select((value, slot) => PlainScale(value, ranges[perSlot ? slot : 0], clamp))];
                float[] scaled = pipeline.Encode(row);
                // Only a dense row has a place for the sign of a zero.
                bool isDense = scaled.Count(value => value != 0) is int count && (count > width / 2 || count == width);
                EncodedRow.AssertSame(isDense ? expected : [.. expected.Select(value => value + 0f)], scaled);
            }
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Scale_of_sparse_rows(bool fromZero, bool perSlot)
    {
        Random random = new(5);
        foreach (int width in HardRows.Widths)
        {
            int count = perSlot ? width : 1;
            ImmutableArray<ValueRange> ranges = fromZero ? [.. RangesFromZero(random, count)]
                : [.. Ranges(random, count).Select(range => new ValueRange(Math.Abs(range.Lowest), range.Highest + 2))];
            ScaleOptions code = new() { PerSlot = perSlot, LearnedRanges = ranges };
            Assert.True(code.ReadsSparse);
            EncodedRow pipeline = new(code, width);
            foreach (double density in (double[])[0, 0.1, 0.4, 0.9])
            {
                float[] row = [.. Enumerable.Range(0, width)
                    .Select(_ => random.NextDouble() < density ? random.NextSingle() : 0)];
                int[] slots = [.. Enumerable.Range(0, width).Where(slot => row[slot] != 0 || random.Next(9) == 0)];
                EncodedRow.AssertSame(pipeline.Encode(row), pipeline.EncodeSparse(row, slots));
            }
        }
    }

    [Theory]
    [InlineData(0.0, true, true)]
    [InlineData(0.5, true, true)]
    [InlineData(0.5, false, false)]
    [InlineData(-0.5, true, false)]
    public void Scale_reads_sparse_rows_where_zeros_stay_zero(double lowest, bool clamp, bool reads) => Assert.Equal(reads,
        new ScaleOptions { Clamp = clamp, LearnedRanges = [new(0, 1), new(lowest, 2)] }.ReadsSparse);

    [Theory]
    [InlineData(100, 8)]
    [InlineData(1, 3)]
    [InlineData(40, 13)]
    [InlineData(700, 17)]
    [InlineData(200_000, 4)]
    public void Receptive_fields(int numSteps, int numFields)
    {
        Random random = new(3);
        foreach (int width in HardRows.Widths.Where(width => width <= (numSteps > 1000 ? 2 : numSteps > 100 ? 18 : 48)))
        {
            ValueRange[] ranges = [.. Ranges(random, width)];
            ReceptiveFieldEncodingOptions code = new()
            {
                NumSteps = numSteps,
                NumFields = numFields,
                LearnedRanges = [.. ranges]
            };
            EncodedRow pipeline = new(code, width);
            foreach (float[] row in HardRows.Finite(random, width))
            {
                float[] expected = PlainFeatureCodes.ReceptiveField(row, ranges, code), spikes = new float[expected.Length];
                ReceptiveFieldEncoding.Encode(row, spikes, ranges, code);
                EncodedRow.AssertSame(expected, spikes);
                EncodedRow.AssertSame(expected, pipeline.Encode(row));
            }
            float[] last = [.. HardRows.Unit(random, width).First()];
            float[] spikesOfLast = PlainFeatureCodes.ReceptiveField(last, ranges, code);
            EncodedRow.AssertSame(spikesOfLast, pipeline.EncodeAtOnce(last));
            EncodedRow.AssertSame(spikesOfLast, pipeline.EncodeAtOnce(last, [.. last.Select(value => (double)value)]));
        }
    }

    /// <summary>Values for which the time of a field is all but halfway between two steps, on either side.</summary>
    [Fact]
    public void Receptive_fields_round_times_as_double_precision_does()
    {
        ReceptiveFieldEncodingOptions code = new() { Range = ValueRange.Unit };
        GaussianFields fields = new(code.NumFields, code.WidthFactor, 0, 1);
        float[] row = [.. Enumerable.Range(0, 100).SelectMany(step => Neighbours(
            (float)(fields.Centre(3) + Math.Sqrt(-2 * Math.Log(1 - (step + 0.5) / 100.5) / 81)), 20))];
        float[] spikes = new float[row.Length * code.NumSteps * code.NumFields];
        ReceptiveFieldEncoding.Encode(row, spikes, [ValueRange.Unit], code);
        EncodedRow.AssertSame(PlainFeatureCodes.ReceptiveField(row, [ValueRange.Unit], code), spikes);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.75, -0.5)]
    public void Ramps(float onTarget, float offTarget)
    {
        Random random = new(3);
        foreach (int width in HardRows.Widths)
        {
            float[] times = [.. Enumerable.Range(0, width).Select(_ =>
                random.Next(5) == 0 ? random.Next(60) : random.NextSingle() * 45)];
            float[] targets = new float[40 * width];
            LatencyEncoding.Interpolate(times, targets, 40, onTarget, offTarget);
            EncodedRow.AssertSame([.. Enumerable.Range(0, 40).SelectMany(step =>
                times.Select(time => Ramp(step, MathF.Round(time))))], targets);
        }

        float Ramp(int step, float time) => step == time ? onTarget
            : step > time || time > 40 ? offTarget : step / time * (onTarget - offTarget) + offTarget;
    }

    [Fact]
    public void The_exponential_of_eight_numbers_has_the_bits_of_one()
    {
        Random random = new(3);
        foreach (double scale in (double[])[1e-310, 1e-20, 1e-3, 1, 30, 800])
        {
            for (int round = 0; round < 20_000; round++)
            {
                double x = (random.NextDouble() * 2 - 1) * scale;
                double all = Exponential.Of(System.Runtime.Intrinsics.Vector512.Create(x))[round & 7];
                Assert.Equal(BitConverter.DoubleToInt64Bits(Exponential.Of(x)), BitConverter.DoubleToInt64Bits(all));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Extremes(bool perSlot)
    {
        Random random = new(3);
        foreach (int width in HardRows.Widths)
        {
            RangeLearner learner = RangeLearner.Of<float>(width, new ScaleOptions { PerSlot = perSlot });
            float[][] rows = [.. HardRows.Finite(random, width)];
            foreach (float[] row in rows)
                learner.Add(new ColumnValues(row));
            ValueRange[] ranges = [.. learner.Ranges(() => { })];
            for (int slot = 0; slot < ranges.Length; slot++)
            {
                float[] values = perSlot ? [.. rows.Select(row => row[slot])] : [.. rows.SelectMany(row => row)];
                Assert.Equal(new ValueRange(values.Min(), values.Max()), ranges[slot]);
            }
        }
    }

    private static IEnumerable<float> Neighbours(float value, int count)
    {
        for (int i = 0; i < count; i++)
            value = MathF.BitDecrement(value);
        for (int i = 0; i < 2 * count; i++, value = MathF.BitIncrement(value))
            yield return value;
    }

    private static IEnumerable<ValueRange> Ranges(Random random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float lowest = random.Next(3) == 0 ? 0 : random.NextSingle() * 2 - 1;
            yield return new(lowest, lowest + (random.Next(3) == 0 ? 0 : random.NextSingle() * 3));
        }
    }

    private static IEnumerable<ValueRange> RangesFromZero(Random random, int count)
    {
        float[] ends = [0, float.Epsilon, 1e-38f, 1, 255, 1f / 3, float.MaxValue];
        for (int i = 0; i < count; i++)
            yield return new(0, random.Next(2) == 0 ? ends[random.Next(ends.Length)] : random.NextSingle() * 3);
    }

    private static float PlainScale(float value, ValueRange range, bool clamp)
    {
        double width = (double)range.Highest - range.Lowest, above = (double)value - range.Lowest;
        double share = width > 0 ? above / width : above > 0 ? 1 : 0;
        return (float)(clamp ? Math.Clamp(share, 0, 1) : share);
    }
}
