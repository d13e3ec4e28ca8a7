using static TorchSharp.torch;

namespace SpikeML.Benchmarks.Codes;

/// <summary>A code of series, which decodes to series.</summary>
internal abstract class SeriesSubject<TCode> : EncoderSubject<TCode>
    where TCode : SeriesCode
{
    protected const int Neurons = SeriesRows.Neurons;

    public sealed override bool DecodesToSeries => true;

    /// <summary>The sum of each neuron's spikes so far, without the first step's, times a factor.</summary>
    protected static Tensor Cumulated(Tensor spikes, double factor)
    {
        Tensor sums = spikes.cumsum(0);
        return (sums - spikes[0]) * factor;
    }
}
