namespace SpikeML.Torch;

/// <summary>What of the output neurons is the score. The values are saved in model files.</summary>
internal enum ScoreKind : byte
{
    SpikeCount = 0,
    MeanMembrane = 1,
    LargestMembrane = 2,
    FirstSpike = 3,
}
