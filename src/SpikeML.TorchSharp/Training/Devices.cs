using Microsoft.ML.Runtime;
using TorchSharp;

namespace SpikeML.Torch;

/// <summary>Finds the device to train on.</summary>
internal static class Devices
{
    public static torch.Device Find(TrainingDevice wanted, IChannel log)
    {
        if (wanted == TrainingDevice.Cpu)
            return torch.CPU;
        if (torch.cuda_is_available())
            return torch.CUDA;
        if (wanted == TrainingDevice.Cuda)
            log.Warning("libtorch finds no CUDA device: training goes on on the CPU. A GPU needs "
                + "TorchSharp-cuda-linux or TorchSharp-cuda-windows.");
        return torch.CPU;
    }
}
