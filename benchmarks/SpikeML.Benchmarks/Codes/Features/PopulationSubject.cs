using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>What the two codes of receptive fields share: the fields' centres and activations, and the mean of centres.</summary>
internal abstract class PopulationSubject<TCode> : EncoderSubject<TCode>
    where TCode : PopulationCode
{
    /// <summary>What a spike at a step counts in the mean of the centres.</summary>
    protected abstract double WeightOf(int step, TCode code);

    protected abstract double WidthFactorOf(TCode code);

    /// <summary>Activations of [batch, features, fields].</summary>
    protected Tensor Activations(Tensor batch, TCode code)
    {
        (Tensor centres, Tensor steepness) = Fields(code);
        return (-(batch.unsqueeze(-1) - centres).square() * steepness).exp();
    }

    protected double Activation(double value, int neuron, int field, TCode code)
    {
        (double first, double distance, double steepness) = Field(code.LearnedRanges[neuron], code);
        double offset = value - (first + field * distance);
        return Math.Exp(-offset * offset * steepness);
    }

    protected override Tensor TorchDecode(Tensor spikes, TCode code)
    {
        float[] weights = [.. Enumerable.Range(0, code.NumSteps).Select(step => (float)WeightOf(step, code))];
        Tensor sums = ((spikes != 0) * tensor(weights).reshape(-1, 1, 1, 1)).sum(dim: 0);
        Tensor middles = tensor(code.LearnedRanges.Select(range => (float)(range.Lowest + range.Highest) / 2).ToArray());
        Tensor total = sums.sum(dim: -1);
        return where(total > 0, (sums * Fields(code).Centres).sum(dim: -1) / total, middles);
    }

    protected override void LoopDecode(ReadOnlySpan<float> spikes, Span<float> values, TCode code)
    {
        for (int neuron = 0; neuron < values.Length; neuron++)
        {
            ValueRange range = code.LearnedRanges[neuron];
            (double first, double distance, _) = Field(range, code);
            double weights = 0, sum = 0;
            for (int step = 0; step < code.NumSteps; step++)
            {
                for (int field = 0; field < code.NumFields; field++)
                {
                    if (spikes[(step * values.Length + neuron) * code.NumFields + field] == 0)
                        continue;
                    weights += WeightOf(step, code);
                    sum += WeightOf(step, code) * (first + field * distance);
                }
            }
            values[neuron] = (float)(weights > 0 ? sum / weights : (range.Lowest + range.Highest) / 2);
        }
    }

    private (double First, double Distance, double Steepness) Field(ValueRange learned, TCode code)
    {
        bool isFlat = learned.Highest <= learned.Lowest;
        double range = isFlat ? 1 : learned.Highest - learned.Lowest, distance = range / (code.NumFields - 2);
        double width = range / (WidthFactorOf(code) * (code.NumFields - 2));
        return ((isFlat ? learned.Lowest - 0.5 : learned.Lowest) - distance / 2, distance, 1 / (2 * width * width));
    }

    /// <summary>The centres of [features, fields], and the steepness of [features, 1].</summary>
    private (Tensor Centres, Tensor Steepness) Fields(TCode code)
    {
        var fields = code.LearnedRanges.Select(range => Field(range, code)).ToArray();
        Tensor Column(Func<(double First, double Distance, double Steepness), double> of) =>
            tensor(fields.Select(field => (float)of(field)).ToArray()).unsqueeze(-1);
        Tensor centres = Column(field => field.First) + Column(field => field.Distance) * arange(code.NumFields, float32);
        return (centres, Column(field => field.Steepness));
    }
}
