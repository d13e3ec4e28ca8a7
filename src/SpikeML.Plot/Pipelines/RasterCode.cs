using System.Collections.Immutable;
using OxyPlot;

namespace SpikeML.Plot;

/// <summary>Options of rasters in pipelines: bare images without axes, time to the right, neurons upwards from 0.</summary>
/// <remarks>An image depends only on its row's spikes and the options.</remarks>
public abstract record RasterCode : SpikeCode
{
    private const int MostPixels = 100_000_000, LongestSide = 20_000;

    private protected RasterCode()
    {
    }

    /// <summary>The width in pixels, from 1 to 20,000.</summary>
    /// <value>224 by default, which image classifiers expect.</value>
    public int Width { get; init; } = 224;

    /// <summary>The height in pixels, from 1 to 20,000.</summary>
    /// <value>224 by default, which image classifiers expect.</value>
    public int Height { get; init; } = 224;

    /// <summary>The colour of spikes with a positive value; opaque.</summary>
    /// <value>Black, #000000, by default.</value>
    public OxyColor OnColor { get; init; } = Palette.Black;

    /// <summary>
    /// The colour of off-spikes, which have a negative value; opaque. A pixel with both kinds has a mixed colour.
    /// </summary>
    /// <value>Vermillion, #D55E00, by default.</value>
    public OxyColor OffColor { get; init; } = Palette.Vermillion;

    /// <summary>The colour where there is no spike; opaque.</summary>
    /// <value>White, #FFFFFF, by default.</value>
    public OxyColor Background { get; init; } = OxyColors.White;

    internal sealed override InputKind Input => InputKind.Spikes;

    internal sealed override bool ReadsSpikes => true;

    // One image per row; the column type has its size.
    internal sealed override ImmutableArray<int> OutputDimensions(ImmutableArray<int> inputDimensions) => [];

    internal sealed override void Encode(in RowInput row, Span<float> output) => throw new NotSupportedException();

    internal override void Validate()
    {
        RequireLength(Width, nameof(Width));
        RequireLength(Height, nameof(Height));
        OptionCheck.Require((long)Width * Height <= MostPixels, Width, nameof(Width),
            FormattableString.Invariant($"{Width} x {Height} pixels exceed the limit of {MostPixels:N0}."));
        RequireOpaque(OnColor, nameof(OnColor));
        RequireOpaque(OffColor, nameof(OffColor));
        RequireOpaque(Background, nameof(Background));
    }

    private protected RasterPixels MakePixels(RowShape shape) => new(shape.InputDimensions[0], shape.NeuronCount, this);

    private static void RequireLength(int value, string name) =>
        OptionCheck.Require(value is >= 1 and <= LongestSide, value, name,
            FormattableString.Invariant($"{name} must be 1 to {LongestSide}."));

    private static void RequireOpaque(OxyColor color, string name) =>
        OptionCheck.Require(color.A == byte.MaxValue, color, name, $"{name} must be opaque.");
}
