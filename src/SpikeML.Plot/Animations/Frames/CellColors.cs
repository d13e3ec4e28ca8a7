using OxyPlot;

namespace SpikeML.Plot.Animations;

/// <summary>
/// The colours of a train's values: one for silence, one per distinct value (rounded to a hundredth and at least a quarter of the
/// largest), their faded shades, and those of the bar that shows the time.
/// </summary>
internal sealed class CellColors
{
    /// <summary>The palette index of the time that has passed: the colour of the largest spikes.</summary>
    public const byte PastPlace = 1;

    // With trails, each value needs several colours, and a palette has at most 255.
    private const int AllLevels = 125, LevelsWithTrail = 12, MostShades = 8, FadingColors = 33;

    /// <summary>Weak spikes must be visible too.</summary>
    private const double LeastShare = 0.3;

    private readonly int _levels, _trail, _shades, _firstShade;
    private readonly byte[] _places;
    private readonly double _largest;

    public CellColors(SpikeTrain train, bool hasGaps, int trail, AnimationOptions options)
    {
        (_trail, _shades) = (trail, Math.Min(MostShades, trail));
        _levels = trail > 0 ? LevelsWithTrail : AllLevels;
        _places = new byte[2 * _levels + 1];
        _largest = Largest(train);
        List<uint> palette = [options.Colors[0].ToUint()];
        bool isGraded = AddSpikes(palette, train, options) > 1;
        uint full = options.Colors[1].ToUint();
        int spikes = palette.Count - 1;
        GapPlace = (byte)(hasGaps ? palette.Count : 0);
        OxyColor track = OxyColor.Interpolate(options.Colors[0], OxyColors.Gray, 0.5);
        if (hasGaps)
            palette.Add(track.ToUint());
        Neurons = [.. palette];
        if (!hasGaps && options.ShowProgress)
            palette.Add(track.ToUint());
        TrackPlace = (byte)(palette.Count - 1);
        _firstShade = palette.Count;
        for (int place = 1; place <= spikes; place++)
        {
            for (int shade = 0; shade < _shades; shade++)
                palette.Add(Faded(palette[place], SpikeTrail.ShareOf(shade, _shades)).ToUint());
        }
        Palette = [.. palette];
        Fading = spikes > 0 && PassesMap(palette[PastPlace])
            ? [.. Enumerable.Range(0, FadingColors).Select(i => options.Colors[i / (FadingColors - 1.0)].ToUint())] : [];

        // On-spikes pass through the map, so that their age can be read, unless the map shows their values.
        bool PassesMap(uint color) => !isGraded && color == full;

        OxyColor Faded(uint color, double share) => PassesMap(color) ? options.Colors[share]
            : OxyColor.Interpolate(options.Colors[0], OxyColor.FromUInt32(color), share);
    }

    public uint[] Palette { get; }

    /// <summary>The start of the palette: the colours of silence, spikes and gaps.</summary>
    public uint[] Neurons { get; }

    /// <summary>
    /// The colours through which on-spikes fade, from silence to a new spike; empty if the map shows values, and spikes fade into
    /// silence directly.
    /// </summary>
    public uint[] Fading { get; }

    /// <summary>The palette index of cells without a neuron.</summary>
    public byte GapPlace { get; }

    /// <summary>The palette index of the time ahead.</summary>
    public byte TrackPlace { get; }

    /// <summary>The palette index of a spike's colour; silence has index 0.</summary>
    public byte PlaceOf(float value) => _places[LevelOf(value) + _levels];

    /// <summary>The palette index of a spike's colour some frames later: at least 1, at most as many as the trail has.</summary>
    public byte PlaceOf(float value, int age) =>
        (byte)(_firstShade + (PlaceOf(value) - 1) * _shades + (age - 1) * _shades / _trail);

    // Apart from the constructor, which the runtime would otherwise compile twice for this loop.
    private static double Largest(SpikeTrain train)
    {
        double largest = 0;
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            largest = Math.Max(largest, Math.Abs(spike.Value));
        return largest;
    }

    /// <returns>The number of different on-spikes.</returns>
    private int AddSpikes(List<uint> palette, SpikeTrain train, AnimationOptions options)
    {
        bool[] isUsed = new bool[_places.Length];
        foreach (ref readonly SpikeEvent spike in train.AsSpan())
            isUsed[LevelOf(spike.Value) + _levels] = true;
        for (int level = _levels; level >= -_levels; level--)
        {
            if (!isUsed[level + _levels])
                continue;
            _places[level + _levels] = (byte)palette.Count;
            palette.Add(ColorOf(level, options).ToUint());
        }
        // Time passes without spikes too.
        if (palette.Count == 1 && options.ShowProgress)
            palette.Add(options.Colors[1].ToUint());
        return isUsed.AsSpan(_levels + 1).Count(true);
    }

    private int LevelOf(float value)
    {
        double size = Math.Abs(value);
        int level = size == _largest || double.IsInfinity(_largest) ? _levels
            : Math.Max(1, (int)Math.Round(size / _largest * _levels));
        return value < 0 ? -level : level;
    }

    private OxyColor ColorOf(int level, AnimationOptions options)
    {
        double share = LeastShare + (1 - LeastShare) * Math.Abs(level) / _levels;
        return level > 0 ? options.Colors[share] : OxyColor.Interpolate(options.Colors[0], options.OffColor, share);
    }
}
