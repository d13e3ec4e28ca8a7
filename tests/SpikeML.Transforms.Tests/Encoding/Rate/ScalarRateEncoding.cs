namespace SpikeML.Tests.Encoding.Rate;

/// <summary>
/// The definition of the rate code's draws once more, one number at a time: row hash, SplitMix64 seeding, 16 interleaved
/// xoshiro128+ generators over the neurons with a probability above 0, step by step.
/// </summary>
internal static class ScalarRateEncoding
{
    private const ulong ValueSecret = 0xA0761D6478BD642F;
    private const ulong SlotSecret = 0xE7037ED1A0B428DB;

    public static float[] Encode(float[] features, int numSteps, int seed, ulong rowKey) =>
        Trials(features, DrawKey(features, seed, rowKey), 0, numSteps);

    /// <summary>A trial for each step and probability from the first step on.</summary>
    public static float[] Trials(float[] probabilities, ulong key, int firstStep, int numSteps)
    {
        uint[][] lanes = Seeded(key);
        int[] active = [.. Enumerable.Range(0, probabilities.Length).Where(neuron => probabilities[neuron] > 0)];
        float[] spikes = new float[numSteps * probabilities.Length];
        for (int step = firstStep; step < numSteps; step++)
        {
            for (int first = 0; first < active.Length; first += 16)
            {
                for (int lane = 0; lane < 16; lane++)
                {
                    uint draw = Next(lanes[lane]);
                    if (first + lane < active.Length && draw < Math.Ceiling(probabilities[active[first + lane]] * 4294967296.0))
                        spikes[step * probabilities.Length + active[first + lane]] = 1;
                }
            }
        }
        return spikes;
    }

    /// <summary>A trial for each of successive probabilities; every 1024 values begin with a new set of 16 draws.</summary>
    public static float[] Varying(float[] probabilities, ulong key)
    {
        uint[][] lanes = Seeded(key);
        float[] spikes = new float[probabilities.Length];
        for (int chunk = 0; chunk < spikes.Length; chunk += 1024)
        {
            int[] active =
                [.. Enumerable.Range(chunk, Math.Min(1024, spikes.Length - chunk)).Where(slot => probabilities[slot] > 0)];
            for (int i = 0; i < (active.Length + 15) / 16 * 16; i++)
            {
                uint draw = Next(lanes[i % 16]);
                if (i < active.Length && draw < Math.Ceiling(probabilities[active[i]] * 4294967296.0))
                    spikes[active[i]] = 1;
            }
        }
        return spikes;
    }

    public static ulong DrawKey(float[] features, int seed, ulong rowKey)
    {
        ulong values = (ulong)features.Length;
        for (int slot = 0; slot < features.Length; slot++)
            values += features[slot] == 0 ? 0 : Fold(BitConverter.SingleToUInt32Bits(features[slot]) ^ ValueSecret,
                (ulong)slot ^ SlotSecret);
        return Fold(Fold((uint)seed ^ ValueSecret, values ^ SlotSecret), rowKey ^ ValueSecret);
    }

    private static ulong Fold(ulong left, ulong right)
    {
        UInt128 product = (UInt128)left * right;
        return (ulong)product ^ (ulong)(product >> 64);
    }

    /// <summary>Word w of lane l is half l % 2 of the SplitMix64 output number 8 w + l / 2.</summary>
    public static uint[][] Seeded(ulong key) =>
        [.. Enumerable.Range(0, 16).Select(lane => Enumerable.Range(0, 4)
            .Select(word => (uint)(SplitMix64(key, 8 * word + lane / 2) >> (lane % 2 * 32))).ToArray())];

    private static ulong SplitMix64(ulong key, int index)
    {
        ulong state = key + (ulong)(index + 1) * 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }

    public static uint Next(uint[] state)
    {
        uint result = state[0] + state[3], shifted = state[1] << 9;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = uint.RotateLeft(state[3], 11);
        return result;
    }
}
