using Microsoft.ML.Runtime;
using TorchSharp;

namespace SpikeML.Torch;

/// <summary>Finds the device to train on.</summary>
internal static class Devices
{
    /// <exception cref="InvalidOperationException">The native libtorch cannot be loaded.</exception>
    public static torch.Device Find(TrainingDevice wanted, IChannel log)
    {
        try
        {
            return FindLoaded(wanted, log);
        }
        catch (TypeInitializationException error) when (error.TypeName == typeof(torch).FullName)
        {
            throw new InvalidOperationException(
                "Training needs the native libtorch, which cannot be loaded. Add the package TorchSharp-cpu, "
                + "TorchSharp-cuda-linux or TorchSharp-cuda-windows, of the version of TorchSharp, to the project that runs; "
                + "the inner exception says what was tried.", error);
        }
    }

    private static torch.Device FindLoaded(TrainingDevice wanted, IChannel log)
    {
        if (wanted == TrainingDevice.Cpu)
            return torch.CPU;
        if (torch.cuda_is_available())
            return torch.CUDA;
        if (wanted == TrainingDevice.Cuda)
            log.Warning("libtorch finds no CUDA device: training continues on the CPU. A GPU needs "
                + "TorchSharp-cuda-linux or TorchSharp-cuda-windows.");
        return torch.CPU;
    }
}
