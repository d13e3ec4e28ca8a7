namespace SpikeML.Torch;

/// <summary>The device for training.</summary>
public enum TrainingDevice
{
    /// <summary>A CUDA device if libtorch finds one, otherwise the CPU.</summary>
    Automatic,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>A CUDA device, or the CPU with a warning in the log if there is none.</summary>
    Cuda,
}
