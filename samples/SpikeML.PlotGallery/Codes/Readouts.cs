using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>A picture of the readouts of five neurons.</summary>
internal static class Readouts
{
    private const int Steps = 20, Height = 220;

    private static readonly float[] Values = [0.1f, 0.3f, 0.5f, 0.7f, 0.9f];

    public static Figure All(Look look)
    {
        OneRow row = new(Values);
        SpikeTrain spikes = row.Spikes(catalog => catalog.EncodeRate("Spikes", "Values", new() { NumSteps = Steps, Seed = 5 }));
        float[] dense = spikes.ToDense(), counts = new float[Values.Length], times = new float[Values.Length],
            sums = new float[dense.Length];
        SpikeReadout.Count(dense, counts);
        SpikeReadout.FirstSpikeTime(dense, times);
        SpikeReadout.CumulativeSum(dense, sums, Values.Length);
        return look.Picture(4,
            look.Raster("Spikes of five neurons", spikes, 260, Height),
            look.Values("Count", counts, 180, Height),
            look.Values("First spike time", times, 180, Height),
            look.Curves("Cumulative sum", [.. Enumerable.Range(0, Steps).Select(step => (float)step)], 240, Height,
                new() { XLabel = "Time step", YLabel = "" }, [.. Enumerable.Range(0, Values.Length).Select(neuron =>
                    (Enumerable.Range(0, Steps).Select(step => sums[step * Values.Length + neuron]).ToArray(), look.Blue))]));
    }
}
