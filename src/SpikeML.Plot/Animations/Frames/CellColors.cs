using OxyPlot;

namespace SpikeML.Plot.Animations;

/// <summary>
/// The colours of a train's values: one for silence, and one per distinct value, rounded to a hundredth and at least a quarter of
/// the largest.
/// </summary>
internal sealed class CellColors
{
    private const int Levels = 125;

    /// <summary>Weak spikes must be visible too.</summary>
    private const double LeastShare = 0.3;

    private readonly byte[] _places = new byte[2 * Levels + 1];
    private readonly double _largest;

    public CellColors(SpikeTrain train, bool hasGaps, AnimationOptions options)
    {
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            _largest = Math.Max(_largest, Math.Abs(spike.Value));
        bool[] isUsed = new bool[_places.Length];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            isUsed[LevelOf(spike.Value) + Levels] = true;
        List<uint> palette = [options.Colors[0].ToUint()];
        for (int level = Levels; level >= -Levels; level--)
        {
            if (!isUsed[level + Levels])
                continue;
            _places[level + Levels] = (byte)palette.Count;
            palette.Add(ColorOf(level, options).ToUint());
        }
        GapPlace = (byte)(hasGaps ? palette.Count : 0);
        if (hasGaps)
            palette.Add(OxyColor.Interpolate(options.Colors[0], OxyColors.Gray, 0.5).ToUint());
        Palette = [.. palette];
    }

    public uint[] Palette { get; }

    /// <summary>The palette index of cells without a neuron.</summary>
    public byte GapPlace { get; }

    /// <summary>The palette index of a spike's colour; silence has index 0.</summary>
    public byte PlaceOf(float value) => _places[LevelOf(value) + Levels];

    private int LevelOf(float value)
    {
        int level = double.IsInfinity(_largest) ? Levels : Math.Max(1, (int)Math.Round(Math.Abs(value) / _largest * Levels));
        return value < 0 ? -level : level;
    }

    private static OxyColor ColorOf(int level, AnimationOptions options)
    {
        double share = LeastShare + (1 - LeastShare) * Math.Abs(level) / Levels;
        return level > 0 ? options.Colors[share] : OxyColor.Interpolate(options.Colors[0], options.OffColor, share);
    }
}
