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
        report.Explain("The eye reports change: look at one spot long enough and it fades. Event cameras copy this, and send a "
            + "pixel only when its brightness moves. Delta modulation does it for any series: a neuron spikes where its value "
            + "rises by the threshold &theta; or more from one step to the next.");
        report.Formula(Formulas.Delta);
        report.Run(out float[] voltage, [0, 1, 0, 2, 8, -20, 20, -5, 0, 1, 0]);
        report.Say($"Series: [{string.Join(", ", voltage)}]");
        report.Show((theme, width) => SpikePlot.Line(voltage,
                new()
                {
                    Title = "Some fake time-series data",
                    XLabel = "Time step",
                    YLabel = "Voltage (mV)",
                    Theme = theme,
                    Width = width
                }),
            "delta-series", "Some fake time-series data", "A line near 0 that dips to -20 at step 5 and peaks at 20 at step 6");

        report.Notice("six of its ten steps go up: by 1, 2, 6, 40, 5 and 1. The threshold decides which of them deserve a "
            + "spike.");
        report.Explain("With a threshold of 4, small ripples are noise:");

        MLContext context = digits.Context;
        SpikeCatalog spikes = context.Transforms.Spikes;
        report.Run(out IDataView data, context.Data.LoadFromEnumerable([new Recording { Voltage = voltage }]));
        report.Run(out SpikeTrain rises, spikes.EncodeDelta("Spikes", "Voltage", new() { Threshold = 4 })
            .Fit(data).Transform(data).GetSpikeTrains("Spikes").Single());
        report.Say($"Threshold 4, off-spikes off: [{string.Join(", ", rises.ToDense())}]");
        report.Show((theme, width) => SpikePlot.Raster(rises,
                new() { Title = "Input Neuron", XLabel = "Time step", Theme = theme, Width = width }),
            "delta-spikes", "On-spikes alone", "Three bars, at steps 4, 6 and 8");
        report.Notice("the jump of 40 at step 6 and that of 5 at step 8 look alike: a spike says that something rose, not how "
            + "far. Falls are silent.");
        report.Explain("<code>OffSpike</code> adds spikes of &minus;1 where the value falls by the threshold or more:");

        report.Run(out SpikeTrain changes, spikes.EncodeDelta("Spikes", "Voltage", new() { Threshold = 4, OffSpike = true })
            .Fit(data).Transform(data).GetSpikeTrains("Spikes").Single());
        report.Say($"Threshold 4, off-spikes on: [{string.Join(", ", changes.ToDense())}]");
        report.Show((theme, width) => SpikePlot.Raster(changes,
                new() { Title = "Input Neuron", XLabel = "Time step", Theme = theme, Width = width }),
            "delta-off-spikes", "On- and off-spikes",
                "Bars of on-spikes at steps 4, 6 and 8, and in another colour off-spikes at steps 5 and 7");
        report.Notice("both directions are there now, in two colours, and the flat parts of the series still cost nothing.");
    }

    private sealed class Recording
    {
        [VectorType(11)]
        public float[] Voltage { get; set; } = [];
    }
}
