using SpikeML.Plot.Pages;

namespace SpikeML.Plot.Animations;

/// <summary>The data of a player's page.</summary>
internal sealed record PlayerData
{
    /// <summary>"cells" for images of spikes, "counts" for bars.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required int Steps { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The number of channels, drawn side by side, one column apart.</summary>
    public required int Channels { get; init; }

    /// <summary>The number of neurons; cells after the last one have no neuron.</summary>
    public required int Neurons { get; init; }

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

    /// <summary>The number of spikes in each step.</summary>
    public required int[] Spikes { get; init; }

    public required double MillisecondsPerFrame { get; init; }

    public required PageTime? Time { get; init; }

    public required bool Loop { get; init; }

    /// <summary>The names of the neurons, for bars.</summary>
    public string[] Labels { get; init; } = [];

    public static PlayerData OfCells(SpikeTrain train, CellFrames frames, AnimationOptions options)
    {
        int bits = BitPacking.BitsFor(frames.Palette.Length);
        return new PlayerData
        {
            Kind = "cells",
            Title = options.Title ?? "",
            Steps = train.NumSteps,
            Rows = frames.Rows,
            Columns = frames.Columns,
            Channels = frames.Channels,
            Neurons = train.NeuronCount,
            Width = frames.Width,
            Height = frames.Height,
            Bits = bits,
            Cells = Pack(frames.Rows * frames.Columns, train.NumSteps, bits, frames.DrawCells),
            Palette = [.. frames.Palette.Select(PageColor.Hex)],
            Spikes = SpikesOfSteps(StepStarts.Of(train)),
            MillisecondsPerFrame = options.FrameDuration.TotalMilliseconds,
            Time = PageTime.Of(train.NumSteps, options.SecondsPerStep),
            Loop = options.Loop,
        };
    }

    public static PlayerData OfCounts(SpikeTrain train, SpikeCountOptions figure, AnimationOptions options)
    {
        FigureSize size = new SpikeCountPlot(train, figure).Size();
        int[] starts = StepStarts.Of(train);
        return new PlayerData
        {
            Kind = "counts",
            Title = options.Title ?? "",
            Steps = train.NumSteps,
            Rows = train.NeuronCount,
            Columns = 1,
            Channels = 1,
            Neurons = train.NeuronCount,
            Width = size.Width,
            Height = size.Height,
            Bits = 1,
            Cells = Pack(train.NeuronCount, train.NumSteps, 1, DrawSpikes),
            Palette = [PageColor.Hex(0), PageColor.Hex(figure.ActualColor),
                PageColor.Hex(figure.ActualMostColor)],
            Spikes = SpikesOfSteps(starts),
            MillisecondsPerFrame = options.FrameDuration.TotalMilliseconds,
            Time = PageTime.Of(train.NumSteps, options.SecondsPerStep),
            Loop = options.Loop,
            Labels = [.. figure.Labels ?? Enumerable.Range(0, train.NeuronCount).Select(neuron => TickLabel.Whole(neuron))],
        };

        void DrawSpikes(int step, Span<byte> cells)
        {
            cells.Clear();
            foreach (ref readonly SpikeEvent spike in train.AsSpan()[starts[step]..starts[step + 1]])
                cells[spike.Neuron] = 1;
        }
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

    private static int[] SpikesOfSteps(int[] starts) => [.. starts.Zip(starts.Skip(1), (start, end) => end - start)];
}
