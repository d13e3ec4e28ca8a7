namespace SpikeML.Nir;

/// <summary>How values are arranged in a file of NIRData.</summary>
public enum NirDataForm
{
    /// <summary>EventData: the neuron and the time of each spike; ValuedEventData if a value is neither 0 nor 1.</summary>
    Events,

    /// <summary>
    /// TimeGriddedData: a value for each step and neuron, [rows, steps, neurons]; truth values if all are 0 or 1, as torch has
    /// them.
    /// </summary>
    Grid,
}
