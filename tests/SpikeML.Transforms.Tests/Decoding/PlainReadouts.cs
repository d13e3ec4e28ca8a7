namespace SpikeML.Tests.Decoding;

/// <summary>Readouts and events value by value.</summary>
internal static class PlainReadouts
{
    public static float[] ReadOut(float[] spikes, int neurons, SpikeReadoutKind kind)
    {
        float[] read = new float[kind == SpikeReadoutKind.CumulativeSum ? spikes.Length : neurons];
        for (int neuron = 0; neuron < neurons; neuron++)
        {
            float count = 0, first = spikes.Length / neurons;
            double sum = 0;
            for (int at = spikes.Length - neurons + neuron; at >= 0; at -= neurons)
                first = spikes[at] != 0 ? at / neurons : first;
            for (int at = neuron; at < spikes.Length; at += neurons)
            {
                count += spikes[at] != 0 ? 1 : 0;
                sum += spikes[at];
                if (kind == SpikeReadoutKind.CumulativeSum)
                    read[at] = (float)sum;
            }
            if (kind != SpikeReadoutKind.CumulativeSum)
                read[neuron] = kind switch
                {
                    SpikeReadoutKind.Count => count,
                    SpikeReadoutKind.MeanRate => count / (spikes.Length / (float)neurons),
                    _ => first,
                };
        }
        return read;
    }

    public static float[] ToEvents(float[] spikes, int neurons)
    {
        List<float> events = [];
        for (int at = 0; at < spikes.Length; at++)
        {
            if (spikes[at] != 0)
                events.AddRange([at / neurons, at % neurons, spikes[at]]);
        }
        return [.. events];
    }

    public static float[] FromEvents(float[] events, int steps, int neurons)
    {
        float[] spikes = new float[steps * neurons];
        for (int at = 0; at < events.Length; at += 3)
            spikes[(int)events[at] * neurons + (int)events[at + 1]] += events[at + 2];
        return spikes;
    }
}
