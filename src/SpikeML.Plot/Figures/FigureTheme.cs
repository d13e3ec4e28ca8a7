using OxyPlot;

namespace SpikeML.Plot;

/// <summary>
/// The colours of a figure. Change one with <c>FigureTheme.Dark with { Background = ... }</c>; colours in a figure's own options
/// take precedence.
/// </summary>
/// <remarks>
/// The colours of marks and lines are from M. Okabe and K. Ito, "Color Universal Design" (2008), lighter on a dark background.
/// Readers with any colour vision can tell them apart.
/// </remarks>
public sealed record FigureTheme
{
    /// <summary>Dark text and marks on white; the default.</summary>
    public static FigureTheme Light { get; } = new();

    /// <summary>Light text and marks on near-black, for dark pages.</summary>
    public static FigureTheme Dark { get; } = new()
    {
        Background = OxyColor.FromRgb(0x16, 0x18, 0x1D),
        Ink = OxyColor.FromRgb(0xE6, 0xE6, 0xE6),
        Grid = OxyColor.FromRgb(0x38, 0x3D, 0x46),
        OnColor = OxyColor.FromRgb(0xF2, 0xF2, 0xF2),
        OffColor = Palette.Orange,
        PrimaryColor = Palette.SkyBlue,
        AccentColor = Palette.Orange,
        GroupColors = [Palette.SkyBlue, OxyColor.FromRgb(0xF2, 0xF2, 0xF2), OxyColor.FromRgb(0x0A, 0x8F, 0x68),
            Palette.Purple],
        Sequential = ColorMap.Grey,
    };

    /// <summary>Black on white paper: groups and lines differ in lightness too, for printers without colour.</summary>
    public static FigureTheme Print { get; } = new()
    {
        Ink = OxyColors.Black,
        Grid = OxyColor.FromRgb(0xD0, 0xD0, 0xD0),
        OffColor = OxyColor.FromRgb(0xB8, 0x4E, 0x00),
        PrimaryColor = OxyColor.FromRgb(0x00, 0x4F, 0x7C),
        AccentColor = OxyColor.FromRgb(0xB8, 0x4E, 0x00),
        GroupColors = [OxyColors.Black, OxyColor.FromRgb(0x00, 0x5E, 0x93), OxyColor.FromRgb(0x8C, 0x8C, 0x8C),
            OxyColor.FromRgb(0x5B, 0x1F, 0x45)],
    };

    /// <summary>The background of the whole picture.</summary>
    /// <value>White, #FFFFFF, by default.</value>
    public OxyColor Background { get; init; } = OxyColors.White;

    /// <summary>The colour of text and axes.</summary>
    /// <value>#1A1A1A by default.</value>
    public OxyColor Ink { get; init; } = OxyColor.FromRgb(0x1A, 0x1A, 0x1A);

    /// <summary>The colour of grid lines behind the data.</summary>
    /// <value>#E4E4E4 by default.</value>
    public OxyColor Grid { get; init; } = OxyColor.FromRgb(0xE4, 0xE4, 0xE4);

    /// <summary>The colour of spikes with a positive value.</summary>
    /// <value>Black, #000000, by default.</value>
    public OxyColor OnColor { get; init; } = OxyColors.Black;

    /// <summary>The colour of off-spikes.</summary>
    /// <value>Vermillion, #D55E00, by default.</value>
    public OxyColor OffColor { get; init; } = Palette.Vermillion;

    /// <summary>The colour of lines and bars.</summary>
    /// <value>Blue, #0072B2, by default.</value>
    public OxyColor PrimaryColor { get; init; } = Palette.Blue;

    /// <summary>The colour of highlights, such as the longest bar or the spikes on a trace.</summary>
    /// <value>Vermillion, #D55E00, by default.</value>
    public OxyColor AccentColor { get; init; } = Palette.Vermillion;

    /// <summary>The colours of groups of neurons and of several lines, used in turn; at least one.</summary>
    /// <value>Blue, black, green and purple by default.</value>
    public IReadOnlyList<OxyColor> GroupColors { get; init => field = OptionList.Copy(value); } =
        OptionList.Copy<OxyColor>([Palette.Blue, OxyColors.Black, Palette.Green, Palette.Purple]);

    /// <summary>The colour map for shares and means, from 0 to 1.</summary>
    /// <value><see cref="ColorMap.Binary"/> by default: white to black.</value>
    public ColorMap Sequential { get; init; } = ColorMap.Binary;

    internal OxyColor OfGroup(int group) => GroupColors[group % GroupColors.Count];

    internal void Validate() => OptionCheck.Require(GroupColors is { Count: > 0 }, GroupColors?.Count, nameof(GroupColors),
        "GroupColors must have at least one colour.");
}
