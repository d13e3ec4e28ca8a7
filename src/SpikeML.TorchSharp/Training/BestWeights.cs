using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Keeps the parameters and buffers of the best epoch, and decides when to stop waiting for better ones.</summary>
/// <param name="network">The network.</param>
/// <param name="patience">The number of epochs to wait, or null to keep nothing and never stop early.</param>
internal sealed class BestWeights(nn.Module network, int? patience) : IDisposable
{
    private readonly List<Tensor> _weights = [];
    private double _loss = double.PositiveInfinity;
    private int _waited;

    public bool IsOverdue => _waited >= patience;

    public void Consider(SpikingEpoch epoch)
    {
        if (patience is null)
            return;
        _waited++;
        if (!(epoch.ValidationLoss < _loss))
            return;
        (_loss, _waited) = (epoch.ValidationLoss, 0);
        Dispose();
        _weights.AddRange(network.state_dict().Values.Select(value => value.detach().clone()));
    }

    public void Restore()
    {
        using var noGradients = no_grad();
        foreach ((Tensor value, Tensor weights) in network.state_dict().Values.Zip(_weights))
            value.copy_(weights);
    }

    public void Dispose()
    {
        _weights.ForEach(weights => weights.Dispose());
        _weights.Clear();
    }
}
