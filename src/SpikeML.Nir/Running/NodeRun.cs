namespace SpikeML.Nir;

/// <summary>A node while a row is processed. Used by one thread, for one row after another.</summary>
internal abstract class NodeRun(NodeSignal output)
{
    /// <summary>What the node puts out in the current step.</summary>
    public NodeSignal Output { get; } = output;

    /// <summary>The membranes in the order of the output; of a node without membranes, what it puts out.</summary>
    public virtual ReadOnlySpan<float> Membranes => Output.Values;

    /// <summary>Whether the output depends on earlier steps; before the first step, such nodes put out 0.</summary>
    public virtual bool HasState => false;

    /// <summary>Starts a row: clears the state.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Computes the output of a step from what the sources put out.</summary>
    public abstract void Step();

    /// <summary>Ends a step, when all nodes have put out their values.</summary>
    public virtual void Finish()
    {
    }
}
