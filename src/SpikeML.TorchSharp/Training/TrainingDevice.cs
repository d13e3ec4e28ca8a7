namespace SpikeML.Torch;

/// <summary>Where a network is trained.</summary>
public enum TrainingDevice
{
    /// <summary>A CUDA device where libtorch has one, else the CPU.</summary>
    Automatic,

    /// <summary>The CPU.</summary>
    Cpu,

    /// <summary>A CUDA device; the CPU, with a warning in the log, where there is none.</summary>
    Cuda,
}
