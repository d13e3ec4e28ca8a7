using SpikeML.Torch;

namespace SpikeML.Nir;

/// <summary>Weights of a dense layer, in panels where those of an input are contiguous.</summary>
internal sealed class DenseWeights
{
    private readonly float[][] _panels;

    /// <param name="weights">The weights, [outputs][inputs].</param>
    /// <param name="bias">The biases, or empty for zeros.</param>
    /// <param name="outputs">The number of outputs.</param>
    public DenseWeights(ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, int outputs)
    {
        int inputs = weights.Length / outputs;
        Bias = new float[NodeSignal.Padded(outputs)];
        bias.CopyTo(Bias);
        _panels = new float[Bias.Length / PanelSum.Width][];
        for (int panel = 0; panel < _panels.Length; panel++)
            _panels[panel] = Panel(weights, inputs, panel * PanelSum.Width, outputs);
    }

    public float[] Bias { get; }

    /// <summary>Adds the weights of inputs to the outputs.</summary>
    public void Add(ReadOnlySpan<int> slots, ReadOnlySpan<float> values, Span<float> outputs)
    {
        for (int panel = 0; panel < _panels.Length; panel++)
            PanelSum.Add(_panels[panel], slots, values, outputs.Slice(panel * PanelSum.Width, PanelSum.Width));
    }

    private static float[] Panel(ReadOnlySpan<float> weights, int inputs, int first, int outputs)
    {
        float[] panel = new float[inputs * PanelSum.Width];
        for (int output = first; output < Math.Min(outputs, first + PanelSum.Width); output++)
        {
            for (int input = 0; input < inputs; input++)
                panel[input * PanelSum.Width + output - first] = weights[output * inputs + input];
        }
        return panel;
    }
}
