using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>
/// Weights from a layer's spikes to its own currents: a linear map of a dense layer, or a convolution that keeps the shape.
/// </summary>
internal sealed class RecurrentConnections : nn.Module<Tensor, Tensor>
{
    private const string WeightName = "weight", BiasName = "bias";

    private readonly LayerGeometry _layer;

    /// <param name="layer">The layer.</param>
    /// <param name="isLearned">Whether the weights are trainable parameters.</param>
    /// <param name="generator">Draws them, within the same bounds as in torch's linear and convolutional layers.</param>
    public RecurrentConnections(LayerGeometry layer, bool isLearned, Generator generator)
        : base(nameof(RecurrentConnections))
    {
        _layer = layer.Recurrent;
        double bound = 1 / Math.Sqrt(_layer.FanIn);
        long[] shape = _layer.IsImage ? _layer.WeightShape : [_layer.OutputCount, _layer.InputCount];
        Register(WeightName, empty(shape).uniform_(-bound, bound, generator), isLearned);
        Register(BiasName, empty(_layer.Layer.Neurons).uniform_(-bound, bound, generator), isLearned);
    }

    /// <summary>[neurons, inputs], or [channels, input channels, height, width].</summary>
    public Tensor Weight => Find(WeightName);

    public Tensor Bias => Find(BiasName);

    /// <param name="input">The spikes, [batch, ...].</param>
    public override Tensor forward(Tensor input) => _layer.IsImage
        ? nn.functional.conv2d(input, Weight, Bias, [1, 1], [_layer.Padding, _layer.Padding])
        : nn.functional.linear(input, Weight, Bias);

    private void Register(string name, Tensor values, bool isLearned)
    {
        if (isLearned)
            register_parameter(name, new Parameter(values));
        else
            register_buffer(name, values);
    }

    private Tensor Find(string name) => get_parameter(name) ?? get_buffer(name)!;
}
