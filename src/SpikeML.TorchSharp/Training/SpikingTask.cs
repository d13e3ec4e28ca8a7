namespace SpikeML.Torch;

/// <summary>The task of a network. The values are part of the model format.</summary>
internal enum SpikingTask : byte
{
    Multiclass = 0,
    Binary = 1,
    Regression = 2,
}
