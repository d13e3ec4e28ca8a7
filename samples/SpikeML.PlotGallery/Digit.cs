using Microsoft.ML;

namespace SpikeML.PlotGallery;

/// <summary>A digit seven of 28 x 28 pixels, and the spikes that the encoders make of it.</summary>
internal sealed class Digit
{
    private const int Side = 28;
    private const double StrokeRadius = 1.6, Blur = 1.2;

    // Two strokes in the units of pixels: the bar of the seven and its stem.
    private static readonly (double X0, double Y0, double X1, double Y1)[] Strokes = [(7, 7, 20, 6.5), (20, 6.5, 11.5, 22.5)];

    private readonly MLContext _context = new(seed: 7);
    private readonly IDataView _data;

    public Digit()
    {
        SchemaRow row = new();
        for (int i = 0; i < row.Pixels.Length; i++)
            row.Pixels[i] = Ink(i % Side + 0.5, i / Side + 0.5);
        Pixels = SpikeTrain.FromDense(row.Pixels, 1, Side, Side);
        _data = _context.Data.LoadFromEnumerable([row]);
    }

    /// <summary>The pixels as if they were spikes of one step.</summary>
    public SpikeTrain Pixels { get; }

    public SpikeTrain Rate(double gain, int numSteps = 100) =>
        First(_context.Transforms.Spikes.EncodeRate("Spikes", "Pixels", new() { Gain = gain, NumSteps = numSteps }));

    public SpikeTrain Latency(LatencyEncodingOptions options) =>
        First(_context.Transforms.Spikes.EncodeLatency("Spikes", "Pixels", options));

    private SpikeTrain First(IEstimator<ITransformer> encoder) =>
        encoder.Fit(_data).Transform(_data).GetSpikeTrains("Spikes").First();

    private static float Ink(double x, double y)
    {
        double distance = Strokes.Min(stroke => Distance(x, y, stroke));
        return (float)Math.Round(Math.Clamp(1 - (distance - StrokeRadius) / Blur, 0, 1), 3);
    }

    private static double Distance(double x, double y, (double X0, double Y0, double X1, double Y1) stroke)
    {
        double dx = stroke.X1 - stroke.X0, dy = stroke.Y1 - stroke.Y0;
        double along = Math.Clamp(((x - stroke.X0) * dx + (y - stroke.Y0) * dy) / (dx * dx + dy * dy), 0, 1);
        return Math.Sqrt(Math.Pow(x - stroke.X0 - along * dx, 2) + Math.Pow(y - stroke.Y0 - along * dy, 2));
    }

    private sealed class SchemaRow
    {
        [Microsoft.ML.Data.VectorType(Side, Side)]
        public float[] Pixels { get; set; } = new float[Side * Side];
    }
}
