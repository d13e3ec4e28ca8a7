namespace SpikeML;

/// <summary>Makes other values of the numbers of events of each step, polarity and pixel.</summary>
internal static class EventValues
{
    public static SpikeTrain Of(SpikeTrain counts, int height, int width, EventValue value) => value switch
    {
        EventValue.Count => counts,
        EventValue.AtMostOne => new(counts.NumSteps, counts.Shape, [.. counts.Select(spike => spike with { Value = 1 })]),
        _ => new(counts.NumSteps, [1, height, width], [.. Sums(counts.AsSpan(), height * width)]),
    };

    /// <summary>On-events minus off-events; within a step, all off-events come first.</summary>
    private static List<SpikeEvent> Sums(ReadOnlySpan<SpikeEvent> counts, int pixels)
    {
        List<SpikeEvent> sums = new(counts.Length);
        for (int next = 0; next < counts.Length;)
        {
            int step = counts[next].Step, off = next, on = next;
            while (on < counts.Length && counts[on].Step == step && counts[on].Neuron < pixels)
                on++;
            int middle = on;
            for (next = on; next < counts.Length && counts[next].Step == step; next++)
            {
            }
            while (off < middle || on < next)
            {
                int darker = off < middle ? counts[off].Neuron : int.MaxValue;
                int brighter = on < next ? counts[on].Neuron - pixels : int.MaxValue;
                int pixel = Math.Min(darker, brighter);
                float sum = (brighter == pixel ? counts[on++].Value : 0) - (darker == pixel ? counts[off++].Value : 0);
                if (sum != 0)
                    sums.Add(new(step, pixel, sum));
            }
        }
        return sums;
    }
}
