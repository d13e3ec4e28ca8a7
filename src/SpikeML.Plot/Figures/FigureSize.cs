namespace SpikeML.Plot;

/// <summary>The size of a figure, within the limits.</summary>
internal readonly record struct FigureSize
{
    private const int MinWidth = 100, MinHeight = 60, MaxLength = 20_000;
    private const double MinScale = 0.25, MaxScale = 16, MaxPixels = 1e8;

    public FigureSize(int width, int height, double scale)
    {
        Require(width, MinWidth, MaxLength, nameof(FigureOptions.Width));
        Require(height, MinHeight, MaxLength, nameof(FigureOptions.Height));
        Require(scale, MinScale, MaxScale, nameof(FigureOptions.Scale));
        (Width, Height, Scale) = (width, height, scale);
        OptionCheck.Require((double)PixelWidth * PixelHeight <= MaxPixels, scale, nameof(FigureOptions.Scale),
            FormattableString.Invariant($"{PixelWidth} x {PixelHeight} pixels exceed the limit of {MaxPixels:N0}."));
    }

    public int Width { get; }

    public int Height { get; }

    public double Scale { get; }

    public int PixelWidth => (int)Math.Round(Width * Scale);

    public int PixelHeight => (int)Math.Round(Height * Scale);

    public override string ToString() => FormattableString.Invariant($"{Width} x {Height} at scale {Scale}");

    private static void Require(double value, double min, double max, string name) =>
        OptionCheck.Require(value >= min && value <= max, value, name,
            FormattableString.Invariant($"{name} must be {min} to {max}."));
}
