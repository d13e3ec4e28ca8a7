namespace SpikeML.Tool.Training;

/// <summary>What a network learns.</summary>
internal enum TrainingTask
{
    Binary,
    Multiclass,
    Regression,
}
