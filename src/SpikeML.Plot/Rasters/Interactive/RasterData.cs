using System.Text.Json;
using SpikeML.Plot.Pages;

namespace SpikeML.Plot;

/// <summary>The data of an interactive raster's page.</summary>
internal sealed record RasterData
{
    public required string Title { get; init; }

    public required int Steps { get; init; }

    public required int Neurons { get; init; }

    public required int Spikes { get; init; }

    /// <summary>The spikes' positions, see <see cref="SpikePacking.Places"/>, in base64.</summary>
    public required string Places { get; init; }

    /// <summary>The distinct values, or null if there are too many; they are then in <see cref="Floats"/>.</summary>
    public required float[]? Values { get; init; }

    /// <summary>One byte per spike, in base64: the index of its value, or null if all spikes have the first value.</summary>
    public required string? ValueOfSpike { get; init; }

    /// <summary>The spikes' values as little-endian floats, in base64.</summary>
    public required string? Floats { get; init; }

    public required PageTime? Time { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    public required RasterDataGroup[] Groups { get; init; }

    /// <summary>The colours on a light and on a dark background.</summary>
    public required RasterDataTheme[] Themes { get; init; }

    /// <summary>Writes the members of the page's object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("title", Title);
        writer.WriteNumber("steps", Steps);
        writer.WriteNumber("neurons", Neurons);
        writer.WriteNumber("spikes", Spikes);
        writer.WriteString("places", Places);
        WriteValues(writer);
        writer.WriteString("valueOfSpike", ValueOfSpike);
        writer.WriteString("floats", Floats);
        writer.WriteTime(Time);
        writer.WriteStrings("labels", Labels);
        writer.WriteStartArray("groups");
        foreach (RasterDataGroup group in Groups)
            writer.WriteObject(group.Write);
        writer.WriteEndArray();
        writer.WriteStartArray("themes");
        foreach (RasterDataTheme theme in Themes)
            writer.WriteObject(theme.Write);
        writer.WriteEndArray();
    }

    public static RasterData Of(SpikeTrain train, InteractiveRasterOptions options)
    {
        SpikePacking packing = SpikePacking.Of(train);
        IReadOnlyList<NeuronGroup> groups = options.Groups ?? [];
        return new RasterData
        {
            Title = options.Title ?? "",
            Steps = train.NumSteps,
            Neurons = train.NeuronCount,
            Spikes = train.Count,
            Places = packing.Places,
            Values = packing.Values,
            ValueOfSpike = packing.ValueOfSpike,
            Floats = packing.Floats,
            Time = PageTime.Of(train.NumSteps, options.SecondsPerStep),
            Labels = options.Labels ?? [],
            Groups = [.. groups.Select(group => new RasterDataGroup(group.Name, group.Count))],
            Themes = [RasterDataTheme.Of(options.Theme ?? FigureTheme.Light, groups),
                RasterDataTheme.Of(options.Theme ?? FigureTheme.Dark, groups)],
        };
    }

    private void WriteValues(Utf8JsonWriter writer)
    {
        if (Values is null)
        {
            writer.WriteNull("values");
            return;
        }
        writer.WriteStartArray("values");
        foreach (float value in Values)
            writer.WriteNumberValue(value);
        writer.WriteEndArray();
    }
}

/// <summary>A group of neurons.</summary>
internal sealed record RasterDataGroup(string Name, int Count)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("name", Name);
        writer.WriteNumber("count", Count);
    }
}

/// <summary>The colours of a raster as #rrggbb; spikes have one colour per group, or one for all neurons.</summary>
internal sealed record RasterDataTheme(string Paper, string Ink, string Line, string[] On, string Off, string Rate)
{
    public static RasterDataTheme Of(FigureTheme theme, IReadOnlyList<NeuronGroup> groups) => new(
        PageColor.Hex(theme.Background), PageColor.Hex(theme.Ink), PageColor.Hex(theme.Grid),
        groups.Count == 0 ? [PageColor.Hex(theme.OnColor)]
            : [.. groups.Select((group, i) => PageColor.Hex(group.Color ?? theme.OfGroup(i)))],
        PageColor.Hex(theme.OffColor), PageColor.Hex(theme.PrimaryColor));

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("paper", Paper);
        writer.WriteString("ink", Ink);
        writer.WriteString("line", Line);
        writer.WriteStrings("on", On);
        writer.WriteString("off", Off);
        writer.WriteString("rate", Rate);
    }
}
