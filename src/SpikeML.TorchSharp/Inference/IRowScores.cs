namespace SpikeML.Torch;

/// <summary>The scores of the current row.</summary>
internal interface IRowScores
{
    /// <summary>One value per output; larger values are more likely.</summary>
    ReadOnlySpan<float> Scores { get; }
}
