using OxyPlot;

namespace SpikeML.Plot.Tests.Animations;

/// <summary>Trains to animate, and what their frames must be.</summary>
internal static class Moving
{
    /// <summary>Neurons alone, without trails and the bar of time.</summary>
    public static AnimationOptions Plain { get; } = new() { Trail = 0, ShowProgress = false };

    /// <summary>A picture of rows x columns at each step, a third of its cells spiking, some of them off-spikes.</summary>
    public static SpikeTrain Train(int numSteps, int rows, int columns, bool hasOffSpikes = false, int seed = 4)
    {
        Random random = new(seed);
        return SpikeTrain.FromEvents(
            from step in Enumerable.Range(0, numSteps)
            from neuron in Enumerable.Range(0, rows * columns)
            where random.Next(3) == 0
            select new SpikeEvent(step, neuron, hasOffSpikes && random.Next(2) == 0 ? -1 : 1), numSteps, rows, columns);
    }

    /// <summary>A frame as 0xFFRRGGBB pixels, worked out cell by cell.</summary>
    public static uint[] Expected(SpikeTrain train, int step, int cellSize, AnimationOptions options)
    {
        int rows = train.Shape[0], columns = train.Shape[1];
        float[] values = train.ToDense();
        uint[] pixels = new uint[rows * cellSize * columns * cellSize];
        for (int i = 0; i < pixels.Length; i++)
        {
            int row = i / (columns * cellSize) / cellSize, column = i % (columns * cellSize) / cellSize;
            float value = values[step * rows * columns + row * columns + column];
            pixels[i] = (value > 0 ? options.Colors[1] : value < 0 ? options.OffColor : options.Colors[0]).ToUint();
        }
        return pixels;
    }
}
