using Microsoft.ML;
using Microsoft.ML.Data;
using OxyPlot;
using SpikeML.Plot;

namespace SpikeML.PlotGallery;

/// <summary>
/// The packages' icon: waves of spikes that run through a population, and each neuron's first one in another colour.
/// </summary>
internal static class Icon
{
    private const int Side = 128, NumSteps = 16, Neurons = 16, BetweenWaves = 6;

    public static void Draw(string folder)
    {
        MLContext context = new(seed: 1);
        IDataView row = context.Data.LoadFromEnumerable([new Row()]);
        RasterRenderingOptions options = new()
        {
            Width = Side,
            Height = Side,
            OnColor = OxyColor.FromRgb(0x56, 0xB4, 0xE9),
            OffColor = OxyColor.FromRgb(0xFF, 0xC2, 0x0A),
            Background = OxyColor.FromRgb(0x14, 0x1E, 0x32),
        };
        byte[] png = context.Transforms.Spikes.RenderRaster("Icon", nameof(Row.Spikes), options).Fit(row).Transform(row)
            .GetColumn<byte[]>("Icon").First();
        File.WriteAllBytes(Path.Combine(folder, "icon.png"), png);
    }

    private sealed class Row
    {
        [VectorType(NumSteps, Neurons)]
        public float[] Spikes { get; set; } = Waves();
    }

    private static float[] Waves()
    {
        float[] spikes = new float[NumSteps * Neurons];
        for (int neuron = 0; neuron < Neurons; neuron++)
        {
            // The latency code's curve: strong inputs, at the top, fire first.
            float input = (neuron + 1f) / Neurons;
            int first = (int)MathF.Round(1 + 4 * MathF.Log(1 / input));
            for (int step = first; step < NumSteps; step += BetweenWaves)
                spikes[step * Neurons + neuron] = step == first ? -1 : 1;
        }
        return spikes;
    }
}
