using System.Diagnostics;
using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Fonts;

public class NoFontsTests
{
    private const string NoFontsVariable = "SPIKEML_TEST_HAS_NO_FONTS";

    [Fact]
    public void Raster_has_labels()
    {
        if (Environment.GetEnvironmentVariable(NoFontsVariable) is not null)
            Assert.False(SKTypeface.Default.ContainsGlyph('A'));
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(1, 1, -1)], 10, 20);
        PlotFigure figure = SpikePlot.Raster(train, new() { Title = "Spikes, 漢" });
        using Picture picture = new(figure.ToPng());

        OxyRect plot = figure.Model.PlotArea;
        Assert.InRange(Dark(picture, new OxyRect(plot.Left, 0, plot.Width, 28)), 50, 2000);
        Assert.InRange(Dark(picture, new OxyRect(plot.Left, plot.Bottom + 8, plot.Width, figure.Height - plot.Bottom - 8)), 100,
            4000);
        Assert.InRange(Dark(picture, new OxyRect(0, 0, plot.Left - 7, figure.Height)), 50, 2000);
        Assert.Contains(">Time step</text>", figure.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raster_has_labels_on_a_machine_without_fonts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux can hide its fonts from one process.");
        string self = typeof(NoFontsTests).Assembly.Location;
        string test = $"{typeof(NoFontsTests).FullName}.{nameof(Raster_has_labels)}";
        using TemporaryFolder empty = new();
        (int unshared, _) = await Run("unshare", "-rm", "true");
        Assert.SkipUnless(unshared == 0, "This machine lets no process have mounts of its own.");

        (int exitCode, string output) = await Run("unshare", "-rm", "sh", "-c",
            $"for fonts in /usr/share/fonts /usr/local/share/fonts; do [ ! -d $fonts ] || mount --bind '{empty.File("")}' $fonts "
                + "|| exit 99; done; "
            + $"HOME='{empty.File("")}' {NoFontsVariable}=1 exec dotnet exec '{self}' -method '{test}' -noColor");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    private static int Dark(Picture picture, OxyRect area) =>
        picture.Inked(area, 1).Count(pixel => picture[pixel.X, pixel.Y].Red < 128);

    private static async Task<(int ExitCode, string Output)> Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"There is no {program}.");
        }
    }
}
