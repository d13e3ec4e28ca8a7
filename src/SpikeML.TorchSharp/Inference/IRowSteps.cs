namespace SpikeML.Torch;

/// <summary>Processes the spikes of a row step by step.</summary>
internal interface IRowSteps
{
    /// <summary>Starts a step.</summary>
    void BeginStep();

    /// <summary>Adds a spike of the step; neurons ascend.</summary>
    void Receive(int neuron, float value);

    /// <summary>Ends a step.</summary>
    void EndStep(int step);
}
