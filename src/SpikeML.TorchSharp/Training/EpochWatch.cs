using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Observes a classifier's outputs during an epoch: which classes it predicts, which neurons fire, which scores tie.
/// </summary>
/// <remarks>The counts stay on the device until they are read, so no batch waits for them.</remarks>
internal sealed class EpochWatch : IDisposable
{
    private readonly Tensor _predicted, _spikes, _tied;

    public EpochWatch(int classes, Device device)
    {
        _predicted = zeros(classes, ScalarType.Int64, device);
        _spikes = zeros(classes, ScalarType.Float64, device);
        _tied = zeros(1, ScalarType.Int64, device);
    }

    public long Rows { get; private set; }

    /// <summary>The numbers of rows for which each class was predicted.</summary>
    public long[] Predicted => _predicted.cpu().data<long>().ToArray();

    /// <summary>The numbers of spikes of each class's output neurons.</summary>
    public double[] Spikes => _spikes.cpu().data<double>().ToArray();

    /// <summary>The number of rows whose best scores are equal.</summary>
    public long Tied => _tied.cpu().data<long>().ToArray()[0];

    /// <summary>Adds a batch.</summary>
    /// <param name="scores">The scores, [batch, classes].</param>
    /// <param name="spikes">The output spikes of each class, [numSteps, batch, classes].</param>
    public void Take(Tensor scores, Tensor spikes)
    {
        Rows += scores.size(0);
        Add(_predicted, bincount(scores.argmax(1), minlength: _predicted.size(0)));
        Add(_spikes, spikes.detach().sum([0, 1], type: ScalarType.Float64));
        Tensor holders = scores.eq(scores.amax([1], keepdim: true)).sum(1);
        Add(_tied, holders.IsAbove(1).sum());
    }

    public void Dispose()
    {
        _predicted.Dispose();
        _spikes.Dispose();
        _tied.Dispose();
    }

    private static void Add(Tensor total, Tensor more)
    {
        using Scalar one = 1;
        total.add_(more, one);
    }
}
