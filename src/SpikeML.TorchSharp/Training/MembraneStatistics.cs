using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>The mean and the standard deviation of each neuron's membrane, or each channel's, over batches.</summary>
internal sealed class MembraneStatistics
{
    private Tensor? _mean;
    private Tensor? _squares;
    private long _count;

    /// <summary>Float64, one for each neuron or channel.</summary>
    public Tensor Mean => _mean!;

    /// <summary>Float64, one for each neuron or channel; 0 if it is within rounding error.</summary>
    public Tensor Deviation
    {
        get
        {
            Tensor deviation = _squares!.Over(_count).sqrt();
            return deviation.With(deviation.le(Mean.abs().Times(1e-6)), 0);
        }
    }

    /// <summary>Adds membranes, [numSteps, batch, neurons] or [numSteps, batch, channels, height, width].</summary>
    /// <remarks>Merged as in Chan, Golub and LeVeque (1979), which keeps its precision when the mean is large.</remarks>
    public void Add(Tensor membranes)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor values = membranes.transpose(0, 2).flatten(1).to(ScalarType.Float64);
        long count = values.size(1), total = _count + count;
        Tensor mean = values.mean([1]), squares = values.Minus(mean.unsqueeze(1)).Squared().sum(1);
        Tensor distance = mean.Minus(_mean ?? mean);
        _mean = (_mean ?? mean).Plus(distance.Times((double)count / total)).MoveToOuterDisposeScope();
        squares = squares.Plus(distance.Squared().Times((double)_count * count / total));
        _squares = (_squares is null ? squares : squares.Plus(_squares)).MoveToOuterDisposeScope();
        _count = total;
    }
}
