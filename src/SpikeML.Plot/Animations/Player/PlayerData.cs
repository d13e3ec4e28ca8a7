namespace SpikeML.Plot.Animations;

/// <summary>What a player's page is given.</summary>
internal sealed record PlayerData
{
    /// <summary>"cells" for pictures of spikes, "counts" for bars.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public required int Steps { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The picture's size on the page in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The picture's size on the page in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The bits of a place in the palette.</summary>
    public required int Bits { get; init; }

    /// <summary>The places of all steps' cells, packed, in base64.</summary>
    public required string Cells { get; init; }

    /// <summary>The colours as #rrggbb.</summary>
    public required string[] Palette { get; init; }

    /// <summary>The spikes of each step.</summary>
    public required int[] Spikes { get; init; }

    public required double MillisecondsPerFrame { get; init; }

    public required double? SecondsPerStep { get; init; }

    public required bool Loop { get; init; }

    /// <summary>The neurons' names, for bars.</summary>
    public string[] Labels { get; init; } = [];

    public static PlayerData OfCells(SpikeTrain train, CellFrames frames, AnimationOptions options)
    {
        int[] starts = StepStarts.Of(train);
        int bits = BitPacking.BitsFor(frames.Palette.Length);
        return new PlayerData
        {
            Kind = "cells",
            Title = options.Title ?? "",
            Steps = train.NumSteps,
            Rows = frames.Rows,
            Columns = frames.Columns,
            Width = frames.Width,
            Height = frames.Height,
            Bits = bits,
            Cells = Pack(frames, bits),
            Palette = [.. frames.Palette.Select(color => FormattableString.Invariant($"#{color & 0xFFFFFF:x6}"))],
            Spikes = [.. Enumerable.Range(0, train.NumSteps).Select(step => starts[step + 1] - starts[step])],
            MillisecondsPerFrame = options.FrameDuration.TotalMilliseconds,
            SecondsPerStep = options.SecondsPerStep,
            Loop = options.Loop,
        };
    }

    private static string Pack(CellFrames frames, int bits)
    {
        int cells = frames.Rows * frames.Columns;
        byte[] all = new byte[checked(cells * frames.Count)];
        for (int frame = 0; frame < frames.Count; frame++)
            frames.DrawCells(frame, all.AsSpan(frame * cells, cells));
        byte[] packed = new byte[BitPacking.BytesFor(all.Length, bits)];
        BitPacking.Pack(all, bits, packed);
        return Convert.ToBase64String(packed);
    }
}
