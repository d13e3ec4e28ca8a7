namespace SpikeML.Nir;

/// <summary>The input of a network: the spikes of the current step of a row.</summary>
internal sealed class InputRun(NodeSignal output) : NodeRun(output)
{
    /// <inheritdoc/>
    public override bool HasState => true;

    /// <summary>Starts a step without spikes.</summary>
    public void Begin() => Output.Clear();

    /// <summary>Adds a spike to the step.</summary>
    /// <param name="slot">The slot of the input, above that of the spike before it.</param>
    /// <param name="value">Its value, not 0.</param>
    public void Receive(int slot, float value) => Output.Append(slot, value);

    /// <inheritdoc/>
    public override void Step()
    {
    }
}
