using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Plot;

namespace SpikeML.Tutorial.Sections;

/// <summary>Section 2.4: delta modulation of a made-up series.</summary>
internal static class DeltaModulation
{
    public static void Show(Report report, Digits digits)
    {
        report.Section("2.4 Delta modulation");
        Recording recording = new();
        report.Say($"Series: [{string.Join(", ", recording.Voltage)}]");
        report.Show(SpikePlot.Line(recording.Voltage, new() { Title = "Some fake time-series data", XLabel = "Time step", YLabel = "Voltage (mV)" }),
            "delta-series", "Some fake time-series data");

        IDataView data = digits.Context.Data.LoadFromEnumerable([recording]);
        foreach (bool offSpike in new[] { false, true })
        {
            DeltaEncodingOptions options = new() { Threshold = 4, OffSpike = offSpike };
            SpikeTrain train = digits.Context.Transforms.Spikes.EncodeDelta("Spikes", "Voltage", options)
                .Fit(data).Transform(data).GetSpikeTrains("Spikes").Single();
            report.Say($"Threshold 4, off-spikes {(offSpike ? "on" : "off")}: [{string.Join(", ", train.ToDense())}]");
            report.Show(SpikePlot.Raster(train, new() { Title = "Input Neuron", XLabel = "Time step" }),
                offSpike ? "delta-off-spikes" : "delta-spikes", offSpike ? "On- and off-spikes" : "On-spikes alone");
        }
    }

    private sealed class Recording
    {
        [VectorType(11)]
        public float[] Voltage { get; set; } = [0, 1, 0, 2, 8, -20, 20, -5, 0, 1, 0];
    }
}
