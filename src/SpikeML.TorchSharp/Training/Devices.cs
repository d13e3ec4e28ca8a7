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
        catch (TypeInitializationException error) when (IsMissing(error))
        {
            throw Missing("Training", error);
        }
    }

    /// <summary>Whether the native libtorch cannot be loaded.</summary>
    public static bool IsMissing(TypeInitializationException error) => error.TypeName == typeof(torch).FullName;

    /// <summary>The error that says so.</summary>
    /// <param name="what">What needs libtorch.</param>
    /// <param name="error">The cause.</param>
    public static InvalidOperationException Missing(string what, TypeInitializationException error) => new(
        $"{what} needs the native libtorch, which cannot be loaded. Add the package TorchSharp-cpu, "
            + "TorchSharp-cuda-linux or TorchSharp-cuda-windows, of the version of TorchSharp, to the project that runs; "
            + "the inner exception says what was tried.", error);

    /// <summary>Throws if torch has settings, for the process or the calling thread, with which nothing can be trained.</summary>
    private static void CheckSettings()
    {
        if (torch.get_default_dtype() != torch.ScalarType.Float32)
            throw new InvalidOperationException($"torch's default type is {torch.get_default_dtype()}, but networks train in "
                + "Float32: call torch.set_default_dtype(torch.ScalarType.Float32) before Fit.");
        if (torch.get_default_device().type != DeviceType.CPU)
            throw new InvalidOperationException($"torch's default device is {torch.get_default_device()}, but rows are read on "
                + "the CPU: call torch.set_default_device(torch.CPU) before Fit, and choose the device with Device.");
        if (torch.is_inference_mode_enabled())
            throw new InvalidOperationException("Fit was called inside torch.inference_mode(), where nothing can be trained: "
                + "call it outside.");
    }

    private static torch.Device FindLoaded(TrainingDevice wanted, IChannel log)
    {
        CheckSettings();
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
