using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

internal sealed class StepForwardSubject : SeriesSubject<StepForwardEncodingOptions>
{
    private readonly double[] _baselines = new double[Neurons];

    public override string Name => "step-forward";

    protected override IEnumerable<Dial> Dials =>
        [new("Threshold", 1e-6, 5, threshold => new StepForwardEncodingOptions { Threshold = threshold }, SeriesRows.Series)];

    protected override Tensor Torch(Tensor batch, StepForwardEncodingOptions code)
    {
        double threshold = code.Threshold!.Value;
        Tensor baselines = batch[0].clone(), spikes = empty_like(batch);
        for (int step = 0; step < batch.shape[0]; step++)
        {
            Tensor change = batch[step] - baselines;
            Tensor spike = (change > threshold).to(float32) - (change < -threshold).to(float32);
            spikes[step].copy_(spike);
            baselines += spike * threshold;
        }
        return spikes;
    }

    protected override void Loop(ReadOnlySpan<float> values, Span<float> spikes, StepForwardEncodingOptions code)
    {
        double threshold = code.Threshold!.Value;
        for (int neuron = 0; neuron < Neurons; neuron++)
            _baselines[neuron] = values[neuron];
        for (int first = 0; first < values.Length; first += Neurons)
        {
            for (int neuron = 0; neuron < Neurons; neuron++)
            {
                double baseline = _baselines[neuron], value = values[first + neuron];
                float spike = value > baseline + threshold ? 1 : value < baseline - threshold ? -1 : 0;
                spikes[first + neuron] = spike;
                _baselines[neuron] = baseline + spike * threshold;
            }
        }
    }

    protected override Tensor TorchDecode(Tensor spikes, StepForwardEncodingOptions code) =>
        Cumulated(spikes, code.Threshold!.Value);

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, StepForwardEncodingOptions code) =>
        Sums.Cumulate(spikes, values, Neurons, (float)code.Threshold!.Value, countsFirst: false);
}
