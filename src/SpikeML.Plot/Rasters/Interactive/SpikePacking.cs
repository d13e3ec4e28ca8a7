using System.Buffers.Binary;

namespace SpikeML.Plot;

/// <summary>Spikes as text: about 1.3 bytes each, and the same again if their values differ.</summary>
internal sealed record SpikePacking(string Places, float[]? Values, string? ValueOfSpike, string? Floats)
{
    private const int MostValues = 256;

    /// <summary>Packs a train.</summary>
    /// <remarks>
    /// For each step, the places contain the number of spikes, then for each spike the distance of its neuron from the previous
    /// one in the step (for the first spike, from neuron 0). A number is written in bytes of seven bits, the lowest first; all
    /// but the last byte have the eighth bit set.
    /// </remarks>
    public static SpikePacking Of(SpikeTrain train)
    {
        string places = Convert.ToBase64String(PackPlaces(train));
        float[] values = [.. Distinct(train)];
        if (values.Length > MostValues || values.Any(value => !float.IsFinite(value)))
            return new SpikePacking(places, null, null, Convert.ToBase64String(PackFloats(train)));
        if (values.Length <= 1)
            return new SpikePacking(places, values, null, null);
        byte[] valueOfSpike = [.. train.Events.Select(spike => (byte)Array.BinarySearch(values, spike.Value))];
        return new SpikePacking(places, values, Convert.ToBase64String(valueOfSpike), null);
    }

    private static byte[] PackPlaces(SpikeTrain train)
    {
        ReadOnlySpan<SpikeEvent> spikes = train.AsSpan();
        using MemoryStream packed = new(spikes.Length * 5 / 4 + train.NumSteps * 2);
        for (int step = 0, next = 0; step < train.NumSteps; step++)
        {
            int end = next, neuron = 0;
            while (end < spikes.Length && spikes[end].Step == step)
                end++;
            Write(end - next, packed);
            for (; next < end; next++)
            {
                Write(spikes[next].Neuron - neuron, packed);
                neuron = spikes[next].Neuron;
            }
        }
        return packed.ToArray();
    }

    private static void Write(int number, Stream packed)
    {
        for (; number > 0x7F; number >>= 7)
            packed.WriteByte((byte)(number | 0x80));
        packed.WriteByte((byte)number);
    }

    private static SortedSet<float> Distinct(SpikeTrain train)
    {
        SortedSet<float> values = [];
        float last = 0;
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
        {
            if (spike.Value != last)
                values.Add(last = spike.Value);
            if (values.Count > MostValues)
                break;
        }
        return values;
    }

    private static byte[] PackFloats(SpikeTrain train)
    {
        byte[] packed = new byte[sizeof(float) * train.Count];
        for (int i = 0; i < train.Count; i++)
            BinaryPrimitives.WriteSingleLittleEndian(packed.AsSpan(sizeof(float) * i), train[i].Value);
        return packed;
    }
}
