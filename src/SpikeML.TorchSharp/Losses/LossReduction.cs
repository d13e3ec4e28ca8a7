namespace SpikeML.Torch;

/// <summary>How a loss combines its rows (snnTorch's <c>reduction</c>).</summary>
public enum LossReduction
{
    /// <summary>The mean: a scalar tensor.</summary>
    Mean,

    /// <summary>The sum; losses that are averaged over the steps still are. A scalar tensor.</summary>
    Sum,

    /// <summary>Nothing is combined: [batch] for cross-entropies, [batch, outputs] for squared errors.</summary>
    None,
}
