using SpikeML.Tests.Encoding.Reference;

namespace SpikeML.Tests.Encoding.Population;

public class CentreMeanTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(70)]
    public void Decode_gives_the_bits_of_a_plain_loop_for_ranges_of_their_own(int numFields)
    {
        Random random = new(3);
        foreach (int width in (int[])[1, 7, 8, 9, 40])
        {
            ValueRange[] ranges = [.. Enumerable.Range(0, width).Select(i => new ValueRange(i - 3, i - 3 + i % 4 * 0.7))];
            PopulationRateEncodingOptions rate = new() { NumSteps = 5, NumFields = numFields };
            ReceptiveFieldEncodingOptions fields = new() { NumSteps = 5, NumFields = numFields };
            foreach (double density in (double[])[0, 0.01, 0.1, 0.5, 1])
            {
                float[] spikes = [.. Enumerable.Range(0, 5 * width * numFields)
                    .Select(_ => random.NextDouble() < density ? random.Next(2) - 0.5f : 0)];
                int[] slots = [.. Enumerable.Range(0, spikes.Length).Where(slot => spikes[slot] != 0 || random.Next(5) == 0)];
                SpikeValues sparse = new(slots, [.. slots.Select(slot => spikes[slot])]);
                float[] expected = Plain(spikes, ranges, rate, _ => 1), decoded = new float[width];
                PopulationRateEncoding.DecodeRow(spikes, decoded, ranges, rate);
                EncodedRow.AssertSame(expected, decoded);
                PopulationRateEncoding.DecodeRow(sparse, decoded, ranges, rate);
                EncodedRow.AssertSame(expected, decoded);
                expected = Plain(spikes, ranges, fields, step => 1 - step / 5.0);
                ReceptiveFieldEncoding.DecodeRow(spikes, decoded, ranges, fields);
                EncodedRow.AssertSame(expected, decoded);
                ReceptiveFieldEncoding.DecodeRow(sparse, decoded, ranges, fields);
                EncodedRow.AssertSame(expected, decoded);
            }
        }
    }

    private static float[] Plain(float[] spikes, ValueRange[] ranges, PopulationCode code, Func<int, double> weight) =>
        [.. ranges.Select((range, slot) =>
        {
            GaussianFields fields = new(code.NumFields, 1, range.Lowest, range.Highest);
            double weights = 0, sum = 0;
            for (int at = 0; at < spikes.Length; at++)
            {
                (int step, int neuron) = Math.DivRem(at, ranges.Length * code.NumFields);
                if (neuron / code.NumFields != slot || spikes[at] == 0)
                    continue;
                weights += weight(step);
                sum += weight(step) * fields.Centre(neuron % code.NumFields);
            }
            return (float)(weights > 0 ? sum / weights : (range.Lowest + range.Highest) / 2);
        })];
}
