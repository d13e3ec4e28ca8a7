using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class MovingWindowSubject : SeriesSubject<MovingWindowEncodingOptions>
{
    private const int Window = 4;
    private const int Width = Window + 1;

    public override string Name => "moving window";

    protected override IEnumerable<Dial> Dials =>
    [
        new("Window 4, Threshold", 1e-6, 5,
            threshold => new MovingWindowEncodingOptions { Threshold = threshold, Window = Window }, SeriesRows.Series),
    ];

    protected override Tensor Torch(Tensor batch, MovingWindowEncodingOptions code)
    {
        Tensor sums = batch.cumsum(0);
        // The sums of the values before each step; the first steps have the first window's.
        Tensor ends = sums.narrow(0, Width - 1, batch.shape[0] - Width), starts = sums.narrow(0, 0, batch.shape[0] - Width - 1);
        Tensor windows = cat([ends[0].unsqueeze(0), ends.narrow(0, 1, ends.shape[0] - 1) - starts], 0) / Width;
        Tensor means = cat([windows[0].unsqueeze(0).expand(Width, -1, -1), windows], 0);
        return (batch > means + code.Threshold!.Value).to(float32) - (batch < means - code.Threshold!.Value).to(float32);
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, MovingWindowEncodingOptions code)
    {
        double threshold = code.Threshold!.Value;
        for (int step = 0, slot = 0; slot < values.Length; step++)
        {
            int from = Math.Max(0, step - Width) * Neurons;
            for (int neuron = 0; neuron < Neurons; neuron++, slot++)
            {
                double sum = 0;
                for (int before = 0; before < Width; before++)
                    sum += values[from + before * Neurons + neuron];
                double mean = sum / Width;
                spikes[slot] = values[slot] > mean + threshold ? 1 : values[slot] < mean - threshold ? -1 : 0;
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, MovingWindowEncodingOptions code) =>
        Cumulated(spikes, code.Threshold!.Value);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, MovingWindowEncodingOptions code) =>
        Sums.Cumulate(spikes, values, Neurons, (float)code.Threshold!.Value, countsFirst: false);
}
