using System.ComponentModel;
using SpikeML.Plot.Showing;

namespace SpikeML.Plot.Tests.Showing;

/// <summary>Show with an opener of our own: no browser is started.</summary>
public sealed class ShowTests : IDisposable
{
    private static readonly SpikeTrain Train = SpikeTrain.FromEvents([new(0, 1, 1), new(2, 0, 1)], 4, 3);

    private readonly List<string> _opened = [], _printed = [], _folders = [];

    public void Dispose() => _folders.ForEach(folder => Directory.Delete(folder, recursive: true));

    public static TheoryData<string> Kinds { get; } = ["figure", "grid", "animation", "raster"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Show_opens_a_page_and_returns_its_path(string kind)
    {
        string path = Show(kind, Viewer("DISPLAY"));

        Assert.Equal([path], _opened);
        Assert.Empty(_printed);
        string page = File.ReadAllText(path);
        Assert.EndsWith(".html", path, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no display")]
    [InlineData("Running in CI", "CI", "DISPLAY")]
    [InlineData("Connected through SSH", "SSH_CONNECTION", "WAYLAND_DISPLAY")]
    [InlineData("Connected through SSH", "SSH_TTY", "DISPLAY")]
    public void Show_prints_the_path_when_there_is_no_screen(string reason, params string[] variables)
    {
        foreach (string kind in Kinds)
        {
            string path = Show(kind, Viewer(variables));
            Assert.True(File.Exists(path));
            Assert.Equal($"{reason}; open this file in a browser: {path}", _printed[^1]);
        }
        Assert.Empty(_opened);
    }

    [Fact]
    public void Show_says_what_to_set_when_there_is_no_temporary_folder()
    {
        SystemViewer viewer = Viewer("DISPLAY") with { NewFolder = () => throw new FileNotFoundException() };

        var error = Assert.Throws<IOException>(() => SpikePlot.Raster(Train).Show(viewer));
        Assert.Contains(Path.GetTempPath(), error.Message, StringComparison.Ordinal);
        Assert.Contains("Set the environment variable TMP", error.Message, StringComparison.Ordinal);
        Assert.Empty(_opened);
    }

    [Theory]
    [InlineData("CI", "false")]
    [InlineData("CI", "0")]
    [InlineData("CI", "")]
    [InlineData("SSH_TTY", "")]
    public void Show_opens_a_page_when_a_variable_is_switched_off_or_empty(string name, string value)
    {
        SystemViewer viewer = Viewer() with
        {
            Variable = variable => variable == "DISPLAY" ? ":0" : variable == name ? value : null,
        };
        string path = Show("figure", viewer);

        Assert.Equal([path], _opened);
    }

    [Fact]
    public void Show_needs_no_display_variable_on_Windows_and_macOS()
    {
        string path = Show("figure", Viewer() with { NeedsDisplay = false });

        Assert.Equal([path], _opened);
    }

    [Fact]
    public void Show_prints_the_path_when_no_browser_can_be_started()
    {
        SystemViewer viewer = Viewer("WAYLAND_DISPLAY") with { Open = _ => throw new Win32Exception("xdg-open is missing") };
        string path = Show("animation", viewer);

        Assert.Equal([$"No browser could be started (xdg-open is missing); open this file in one: {path}"], _printed);
    }

    [Fact]
    public void Show_of_a_figure_holds_its_drawing_its_title_and_its_ground()
    {
        PlotFigure figure = SpikePlot.Raster(Train, new() { Title = "<Three> & more", Theme = FigureTheme.Dark });
        string page = File.ReadAllText(Remember(figure.Show(Viewer("DISPLAY"))));

        Assert.Contains("<title>&lt;Three&gt; &amp; more</title>", page, StringComparison.Ordinal);
        Assert.Contains("background: #16181d", page, StringComparison.Ordinal);
        string drawing = figure.ToSvg();
        Assert.Contains(drawing[drawing.IndexOf("<svg", StringComparison.Ordinal)..], page, StringComparison.Ordinal);
        Assert.DoesNotContain("<?xml", page, StringComparison.Ordinal);
    }

    private SystemViewer Viewer(params string[] variables) => new(name => variables.Contains(name) ? "1" : null,
        NeedsDisplay: true, _opened.Add, _printed.Add);

    private string Show(string kind, SystemViewer viewer) => Remember(kind switch
    {
        "figure" => SpikePlot.Raster(Train).Show(viewer),
        "grid" => SpikePlot.Grid([SpikePlot.Raster(Train), SpikePlot.SpikeCount(Train)]).Show(viewer),
        "animation" => SpikePlot.Animate(Train).Show(viewer),
        _ => SpikePlot.InteractiveRaster(Train).Show(viewer),
    });

    private string Remember(string path)
    {
        _folders.Add(Path.GetDirectoryName(path)!);
        return path;
    }
}
