using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Plot;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 2.4: delta modulation of a made-up series.</summary>
internal static class DeltaModulation
{
    public static void Show(Report report, Digits digits)
    {
        report.Section("2.4 Delta modulation");
        report.Run(out float[] voltage, [0, 1, 0, 2, 8, -20, 20, -5, 0, 1, 0]);
        report.Say($"Series: [{string.Join(", ", voltage)}]");
        report.Show(SpikePlot.Line(voltage, new()
        {
            Title = "Some fake time-series data",
            XLabel = "Time step",
            YLabel = "Voltage (mV)"
        }),
            "delta-series", "Some fake time-series data", "A line near 0 that dips to -20 at step 5 and peaks at 20 at step 6");

        MLContext context = digits.Context;
        SpikeCatalog spikes = context.Transforms.Spikes;
        report.Run(out IDataView data, context.Data.LoadFromEnumerable([new Recording { Voltage = voltage }]));
        report.Run(out SpikeTrain rises, spikes.EncodeDelta("Spikes", "Voltage", new() { Threshold = 4 })
            .Fit(data).Transform(data).GetSpikeTrains("Spikes").Single());
        report.Say($"Threshold 4, off-spikes off: [{string.Join(", ", rises.ToDense())}]");
        report.Show(SpikePlot.Raster(rises, new() { Title = "Input Neuron", XLabel = "Time step" }),
            "delta-spikes", "On-spikes alone", "Three bars, at steps 4, 6 and 8");

        report.Run(out SpikeTrain changes, spikes.EncodeDelta("Spikes", "Voltage", new() { Threshold = 4, OffSpike = true })
            .Fit(data).Transform(data).GetSpikeTrains("Spikes").Single());
        report.Say($"Threshold 4, off-spikes on: [{string.Join(", ", changes.ToDense())}]");
        report.Show(SpikePlot.Raster(changes, new() { Title = "Input Neuron", XLabel = "Time step" }),
            "delta-off-spikes", "On- and off-spikes",
                "Bars of on-spikes at steps 4, 6 and 8, and in another colour off-spikes at steps 5 and 7");
    }

    private sealed class Recording
    {
        [VectorType(11)]
        public float[] Voltage { get; set; } = [];
    }
}
