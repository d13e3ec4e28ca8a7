using SpikeML.Samples.Gallery;
using SpikeML.Tutorial.Sections;

namespace SpikeML.Tutorial;

/// <summary>The tutorial as a page with its pictures; <c>spikeml demo</c> writes it, too.</summary>
internal sealed record TutorialPage(string Folder)
{
    /// <summary>A folder with MNIST's files, or null for generated digits.</summary>
    public string? MnistFolder { get; init; }

    /// <summary>Whether MNIST is downloaded first.</summary>
    public bool Download { get; init; }

    /// <summary>What the page says after "Using 60,000 generated digits".</summary>
    public string DataHint { get; init; } = "";

    public async Task WriteAsync(CancellationToken cancellation)
    {
        Report report = new(Folder, "Spike encoding with ML.NET",
            "A spiking network computes with short pulses instead of numbers: a neuron is silent nearly all the time, and what "
            + "it says lies in when, or how often, it fires. Images and measurements are numbers, so they must be turned into "
            + "spikes first. This page does so in three ways, with the code and a picture of each step. In the code, "
            + "<code>spikes</code> is <code>context.Transforms.Spikes</code>, <code>digits.EncodeFirst(encoder)</code> fits "
            + "the encoder on the training set and returns the spike train of its first digit, and <code>theme</code> and "
            + "<code>width</code> are what suits your screen: <code>FigureTheme.Light</code> or "
            + "<code>FigureTheme.Dark</code>, and less width on a phone.");
        Digits digits = await Digits.LoadAsync(report, this, cancellation);
        Action[] sections = [() => RateCoding.Show(report, digits), () => LatencyCoding.Show(report, digits),
            () => DeltaModulation.Show(report, digits), () => RandomSpikes.Show(report),
            () => Classification.Show(report, digits)];
        foreach (Action section in sections)
        {
            cancellation.ThrowIfCancellationRequested();
            section();
        }
        report.Finish();
    }
}
