namespace SpikeML.Torch;

/// <summary>The weights that training starts from.</summary>
public enum SpikingFirstWeights
{
    /// <summary>
    /// Drawn as in <see cref="Uniform"/>, then scaled layer by layer on the first 256 rows: each neuron's membrane, without
    /// reset, gets a standard deviation of its threshold, and its bias gives it a mean of 0. This is fluctuation-driven
    /// initialisation with xi = 1 (Rossbroich, Gygax and Zenke 2022). A convolution has one scale for each channel. Feedback
    /// keeps its drawn weights, without a bias. A neuron whose membrane is constant keeps its drawn weights. Outputs that are
    /// read by their membranes get a standard deviation of 0.1; those that are read by their spikes, half the threshold and a
    /// mean of half the threshold.
    /// </summary>
    ScaledToData,

    /// <summary>Weights and biases are drawn uniformly, as in torch's own layers, regardless of the data.</summary>
    Uniform,
}
