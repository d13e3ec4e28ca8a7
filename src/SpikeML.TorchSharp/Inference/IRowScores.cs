namespace SpikeML.Torch;

/// <summary>The scores of the current row.</summary>
internal interface IRowScores
{
    /// <summary>One value per output; larger values are more likely.</summary>
    ReadOnlySpan<float> Scores { get; }

    /// <summary>The membranes, or what a module returns, at every step, [numSteps][outputs].</summary>
    ReadOnlySpan<float> StepScores { get; }
}
