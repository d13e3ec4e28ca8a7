using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Conformance;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Decoding;

/// <summary>Readouts and events of dense and sparse rows against plain loops, bit by bit.</summary>
public class ReadoutReferenceTests
{
    private static readonly float[] Hard =
        [0, 0, 0, -0f, 1, -1, float.Epsilon, -float.Epsilon, 1e30f, -1e30f, 0.1f, float.MaxValue, 1 / 3f];

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<int, int, double> Shapes
    {
        get
        {
            TheoryData<int, int, double> shapes = [];
            for (int neurons = 1; neurons <= 70; neurons += neurons < 20 ? 1 : 7)
                shapes.Add(neurons, 1 + neurons * 11 % 40, neurons % 4 * 0.3);
            shapes.Add(1, 1000, 0.01);
            shapes.Add(3, 700, 0.5);
            shapes.Add(784, 30, 0.02);
            shapes.Add(784, 30, 0.45);
            shapes.Add(5000, 1, 0.9);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Readouts_are_those_of_plain_loops(int neurons, int steps, double density)
    {
        float[][] rows = [.. Enumerable.Range(0, 4).Select(seed => Row(neurons * steps, density, seed))];
        IDataView data = OneColumn.Of(_context, [steps, neurons], rows);
        foreach (SpikeReadoutKind kind in Enum.GetValues<SpikeReadoutKind>())
        {
            ITransformer model = _context.Transforms.Spikes.ReadOut([new("Out", "Features")], kind).Fit(data);
            int[][] expected = [.. rows.Select(row => Bits(PlainReadouts.ReadOut(row, neurons, kind)))];
            foreach (bool sparse in new[] { false, true })
                Assert.Equal(
                    expected, OneColumn.Read(model.Transform(new VectorForm(data, "Features", sparse)), "Out").Select(Bits));
        }
        foreach (float[] row in rows)
            AssertKernels(row, neurons);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Events_are_those_of_plain_loops_and_give_the_spikes_again(int neurons, int steps, double density)
    {
        float[][] rows = [.. Enumerable.Range(0, 4).Select(seed => Row(neurons * steps, density, seed))];
        IDataView data = OneColumn.Of(_context, [steps, neurons], rows);
        ITransformer model = _context.Transforms.Spikes.ToEvents("Events", "Features")
            .Append(_context.Transforms.Spikes.FromEvents("Spikes", "Events", new() { NumSteps = steps, Shape = [neurons] }))
            .Fit(data);
        foreach (bool sparse in new[] { false, true })
        {
            IDataView both = model.Transform(new VectorForm(data, "Features", sparse));
            Assert.Equal(
                rows.Select(row => Bits(PlainReadouts.ToEvents(row, neurons))), OneColumn.Read(both, "Events").Select(Bits));
            Assert.Equal(
                rows.Select(row => Bits([.. row.Select(value => value + 0f)])), OneColumn.Read(both, "Spikes").Select(Bits));
            foreach (VBuffer<float> row in both.GetColumn<VBuffer<float>>("Spikes"))
                Assert.Equal(row.Items().Count(item => item.Value != 0) > row.Length / 2, row.IsDense);
        }
    }

    [Theory]
    [InlineData(7, 40, 3)]
    [InlineData(784, 30, 100)]
    [InlineData(784, 30, 15_000)]
    [InlineData(1, 1000, 600)]
    public void Events_in_any_order_are_added_as_they_come(int neurons, int steps, int count)
    {
        Random random = new(neurons + count);
        float[][] rows = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, count).SelectMany(_ => new[]
        {
            random.Next(Math.Min(steps, 9)), random.Next(neurons), Hard[random.Next(Hard.Length - 2)],
        }).ToArray())];
        IDataView data = _context.Data.LoadFromEnumerable(rows.Select(row => new EventRow { Events = row }));
        IDataView spikes = _context.Transforms.Spikes
            .FromEvents("Spikes", "Events", new() { NumSteps = steps, Shape = [neurons] }).Fit(data).Transform(data);
        IEnumerable<int[]> expected = rows.Select(row => Bits(PlainReadouts.FromEvents(row, steps, neurons)));
        Assert.Equal(expected, OneColumn.Read(spikes, "Spikes").Select(Bits));
    }

    [Fact]
    public void The_first_of_many_events_that_is_none_is_named()
    {
        float[] events = [.. Enumerable.Range(0, 40).SelectMany(i => new float[] { i % 3, i % 5, 1 })];
        (events[3 * 21 + 1], events[3 * 30]) = (5, 3);
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new EventRow { Events = events } });
        IDataView spikes = _context.Transforms.Spikes.FromEvents("Spikes", "Events", new() { NumSteps = 3, Shape = [5] })
            .Fit(data).Transform(data);
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(spikes, "Spikes"));
        Assert.Equal((3 * 21 + 1, 5f), (error.Slot, error.Value));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Readouts_name_the_slot_of_what_is_not_finite(bool sparse)
    {
        float[] row = new float[60];
        (row[17], row[41]) = (1, float.NaN);
        IDataView data = OneColumn.Of(_context, [3, 20], row);
        foreach (SpikeReadoutKind kind in Enum.GetValues<SpikeReadoutKind>())
        {
            ITransformer model = _context.Transforms.Spikes.ReadOut([new("Out", "Features")], kind).Fit(data);
            InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() =>
                OneColumn.Read(model.Transform(new VectorForm(data, "Features", sparse)), "Out"));
            Assert.Equal((41, "Features"), (error.Slot, error.ColumnName));
        }
    }

    private static void AssertKernels(float[] row, int neurons)
    {
        float[] read = new float[neurons], sums = new float[row.Length];
        Array.Fill(read, float.NaN);
        SpikeReadout.Count(row, read);
        Assert.Equal(Bits(PlainReadouts.ReadOut(row, neurons, SpikeReadoutKind.Count)), Bits(read));
        Array.Fill(read, float.NaN);
        SpikeReadout.MeanRate(row, read);
        Assert.Equal(Bits(PlainReadouts.ReadOut(row, neurons, SpikeReadoutKind.MeanRate)), Bits(read));
        Array.Fill(read, float.NaN);
        SpikeReadout.FirstSpikeTime(row, read);
        Assert.Equal(Bits(PlainReadouts.ReadOut(row, neurons, SpikeReadoutKind.FirstSpikeTime)), Bits(read));
        SpikeReadout.CumulativeSum(row, sums, neurons);
        Assert.Equal(Bits(PlainReadouts.ReadOut(row, neurons, SpikeReadoutKind.CumulativeSum)), Bits(sums));
        new SpikeValues(row).Sum(read);
        Assert.Equal(Bits(sums[^neurons..]), Bits(read));
    }

    private static float[] Row(int length, double density, int seed)
    {
        Random random = new(seed + length);
        return [.. Enumerable.Range(0, length)
            .Select(_ => seed == 3 ? Hard[random.Next(Hard.Length)] : random.NextDouble() < density ? 1 : 0)];
    }

    private static int[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToInt32Bits)];

    private sealed class EventRow
    {
        public float[] Events { get; set; } = [];
    }
}
