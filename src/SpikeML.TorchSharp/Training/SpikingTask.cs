namespace SpikeML.Torch;

/// <summary>What a network predicts. The values are saved in model files.</summary>
internal enum SpikingTask : byte
{
    Multiclass = 0,
    Binary = 1,
    Regression = 2,
}
