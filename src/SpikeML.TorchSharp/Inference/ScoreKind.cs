namespace SpikeML.Torch;

/// <summary>How the score is computed from the output neurons. The values are part of the model format.</summary>
internal enum ScoreKind : byte
{
    SpikeCount = 0,
    MeanMembrane = 1,
    LargestMembrane = 2,
    FirstSpike = 3,
}
