using System.Text.Json;
using SpikeML.Plot.Pages;
using SpikeML.Plot.Png;

namespace SpikeML.Plot.Animations;

/// <summary>The data of a player's page.</summary>
internal sealed record PlayerData
{
    private PlayerData(SpikeTrain train, int[] starts, AnimationOptions options)
    {
        (Title, Steps, Neurons) = (options.Title ?? "", train.NumSteps, train.NeuronCount);
        Spikes = new int[train.NumSteps];
        for (int step = 0; step < Spikes.Length; step++)
            Spikes[step] = starts[step + 1] - starts[step];
        MillisecondsPerFrame = options.FrameDuration.TotalMilliseconds;
        (Time, Loop) = (PageTime.Of(train.NumSteps, options.SecondsPerStep), options.Loop);
        Flashes = SpikeTrail.Flashes(train);
    }

    /// <summary>"cells" for images of spikes, "counts" for bars.</summary>
    public required string Kind { get; init; }

    public string Title { get; }

    public int Steps { get; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The number of channels, drawn side by side, one column apart.</summary>
    public required int Channels { get; init; }

    /// <summary>The number of neurons; cells after the last one have no neuron.</summary>
    public int Neurons { get; }

    /// <summary>The picture's size beside other things in a page, in pixels.</summary>
    public required int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public required int Height { get; init; }

    /// <summary>The number of bits of a palette index.</summary>
    public required int Bits { get; init; }

    /// <summary>The packed palette indices of all steps' cells, in base64.</summary>
    public required string Cells { get; init; }

    /// <summary>The colours as #rrggbb.</summary>
    public required string[] Palette { get; init; }

    /// <summary>
    /// The colours through which spikes of the first colour fade, from silence to a new spike; empty if they fade directly.
    /// </summary>
    public string[] Fading { get; init; } = [];

    /// <summary>The number of spikes in each step.</summary>
    public int[] Spikes { get; }

    public double MillisecondsPerFrame { get; }

    public PageTime? Time { get; }

    public bool Loop { get; }

    /// <summary>Whether a spike alone is a flash, as in a latency code, so that a trail helps.</summary>
    public bool Flashes { get; }

    /// <summary>The names of the neurons, for bars.</summary>
    public string[] Labels { get; init; } = [];

    public static PlayerData OfCells(SpikeTrain train, CellFrames frames, AnimationOptions options)
    {
        int bits = BitPacking.BitsFor(frames.CellPalette.Length);
        return new PlayerData(train, StepStarts.Of(train), options)
        {
            Kind = "cells",
            Rows = frames.Rows,
            Columns = frames.Columns,
            Channels = frames.Channels,
            Width = frames.Width,
            Height = frames.CellsHeight,
            Bits = bits,
            Cells = Pack(frames.Rows * frames.Columns, train.NumSteps, bits, frames.DrawCells),
            Palette = [.. frames.CellPalette.Select(PageColor.Hex)],
            Fading = [.. frames.Fading.Select(PageColor.Hex)],
        };
    }

    public static PlayerData OfCounts(SpikeTrain train, SpikeCountOptions figure, AnimationOptions options)
    {
        FigureSize size = new SpikeCountPlot(train, figure).Size();
        int[] starts = StepStarts.Of(train);
        return new PlayerData(train, starts, options)
        {
            Kind = "counts",
            Rows = train.NeuronCount,
            Columns = 1,
            Channels = 1,
            Width = size.Width,
            Height = size.Height,
            Bits = 1,
            Cells = Pack(train.NeuronCount, train.NumSteps, 1, DrawSpikes),
            Palette = [PageColor.Hex(0), PageColor.Hex(figure.ActualColor), PageColor.Hex(figure.ActualMostColor)],
            Labels = [.. figure.Labels ?? Enumerable.Range(0, train.NeuronCount).Select(neuron => TickLabel.Whole(neuron))],
        };

        void DrawSpikes(int step, Span<byte> cells)
        {
            cells.Clear();
            foreach (ref readonly SpikeEvent spike in train.AsSpan()[starts[step]..starts[step + 1]])
                cells[spike.Neuron] = 1;
        }
    }

    /// <summary>Writes the members of the page's object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("kind", Kind);
        writer.WriteString("title", Title);
        writer.WriteNumber("steps", Steps);
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("columns", Columns);
        writer.WriteNumber("channels", Channels);
        writer.WriteNumber("neurons", Neurons);
        writer.WriteNumber("width", Width);
        writer.WriteNumber("height", Height);
        writer.WriteNumber("bits", Bits);
        writer.WriteString("cells", Cells);
        writer.WriteStrings("palette", Palette);
        writer.WriteStrings("fading", Fading);
        writer.WriteStartArray("spikes");
        foreach (int count in Spikes)
            writer.WriteNumberValue(count);
        writer.WriteEndArray();
        writer.WriteNumber("millisecondsPerFrame", MillisecondsPerFrame);
        writer.WriteTime(Time);
        writer.WriteBoolean("loop", Loop);
        writer.WriteBoolean("flashes", Flashes);
        writer.WriteStrings("labels", Labels);
    }

    private static string Pack(int cells, int steps, int bits, Action<int, Span<byte>> draw)
    {
        byte[] all = new byte[checked(cells * steps)];
        for (int step = 0; step < steps; step++)
            draw(step, all.AsSpan(step * cells, cells));
        byte[] packed = new byte[BitPacking.BytesFor(all.Length, bits)];
        BitPacking.Pack(all, bits, packed);
        return Convert.ToBase64String(packed);
    }
}
