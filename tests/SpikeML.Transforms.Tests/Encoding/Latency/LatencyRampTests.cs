using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Latency;

/// <summary>Columns of interpolated latency codes against the rows that the kernel writes value by value.</summary>
public class LatencyRampTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<int, int, double, bool> Cases
    {
        get
        {
            TheoryData<int, int, double, bool> cases = [];
            foreach (int neurons in new[] { 1, 2, 15, 16, 17, 50 })
            {
                foreach (int steps in new[] { 1, 2, 3, 20 })
                {
                    foreach (double tau in new[] { 0.01, 0.4, 5, 12, 19, 21 })
                        cases.Add(neurons, steps, tau, true);
                }
                cases.Add(neurons, 20, 8, false);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ramps_of_a_column_are_those_of_the_kernel(int neurons, int steps, double tau, bool linear)
    {
        Random random = new(neurons);
        float[][] rows = [.. Enumerable.Range(0, 4).Select(row =>
            Enumerable.Range(0, neurons).Select(_ => row == 0 ? 1f : random.NextSingle()).ToArray())];
        LatencyEncodingOptions options =
            new() { NumSteps = steps, Tau = tau, Linear = linear, Interpolate = true, Bypass = true, OnTarget = 0.7 };
        VBuffer<float>[] encoded = Encode(rows, options);
        for (int row = 0; row < rows.Length; row++)
        {
            float[] expected = new float[steps * neurons];
            LatencyEncoding.Encode(rows[row], expected, options);
            Assert.Equal(expected, encoded[row].DenseValues());
            bool isSparse = expected.Count(value => value != 0) <= expected.Length / 2;
            Assert.Equal(isSparse, !encoded[row].IsDense);
        }
    }

    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 0.5, 0)]
    [InlineData(3, 0.5, 1)]
    [InlineData(3, 0.5, 0)]
    public void An_off_target_gives_what_the_kernel_gives(int steps, double offTarget, double onTarget)
    {
        float[] row = [1, 0.5f, 0.2f];
        LatencyEncodingOptions options =
            new() { NumSteps = steps, Linear = true, OffTarget = offTarget, OnTarget = onTarget, Bypass = true };
        float[] expected = new float[3 * steps];
        LatencyEncoding.Encode(row, expected, options);
        Assert.Equal(expected, Encode([row], options)[0].DenseValues());
    }

    [Fact]
    public void A_ramp_that_ends_after_the_last_step_names_its_slot()
    {
        var error = Assert.Throws<InvalidFeatureException>(() =>
            Encode([[1, 1, 0.1f]], new() { NumSteps = 5, Tau = 20, Linear = true, Interpolate = true }));
        Assert.Equal(2, error.Slot);
    }

    private VBuffer<float>[] Encode(float[][] rows, LatencyEncodingOptions options)
    {
        IDataView data = OneColumn.Of(_context, [rows[0].Length], rows);
        IDataView spikes = _context.Transforms.Spikes.EncodeLatency("Spikes", "Features", options).Fit(data).Transform(data);
        return [.. spikes.GetColumn<VBuffer<float>>("Spikes").Select(Copy)];
    }

    private static VBuffer<float> Copy(VBuffer<float> row)
    {
        VBuffer<float> copy = default;
        row.CopyTo(ref copy);
        return copy;
    }
}
