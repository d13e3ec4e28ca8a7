using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace SpikeML.Torch;

/// <summary>Copies to a device, which go on while the caller does other work.</summary>
internal static class DeviceCopy
{
    /// <summary>Whether a device, or null for the CPU, has memory of its own.</summary>
    public static bool IsNeeded([NotNullWhen(true)] Device? device) => device is not null && device.type != DeviceType.CPU;

    /// <summary>The tensor on a device; the given one is disposed if another is returned.</summary>
    /// <param name="tensor">A tensor on the CPU.</param>
    /// <param name="device">The device, or null for the CPU.</param>
    public static Tensor To(Tensor tensor, Device? device)
    {
        if (!IsNeeded(device))
            return tensor;
        using (tensor)
        {
            // Only memory that cannot be swapped out is copied without waiting.
            if (device.type != DeviceType.CUDA)
                return tensor.to(device, non_blocking: true);
            using Tensor pinned = tensor.pin_memory();
            return pinned.to(device, non_blocking: true);
        }
    }

    /// <summary>
    /// The dense matrix of events, [rows, columns]: their positions travel, which is less than the matrix, and are spread on the
    /// device.
    /// </summary>
    public static Tensor Spread(InputEvents events, Device? device)
    {
        int[] places = new int[events.Count];
        for (int row = 0; row < events.Rows; row++)
        {
            for (int i = events.Starts[row]; i < events.Starts[row + 1]; i++)
                places[i] = row * events.ColumnCount + events.Columns[i];
        }
        using Tensor sent = To(tensor(places), device), positions = sent.to(ScalarType.Int64);
        using Tensor values = events.Values.Length == 0 ? ones(places.Length, device: device)
            : To(tensor(events.Values), device);
        using Tensor flat = zeros((long)events.Rows * events.ColumnCount, device: device);
        flat.scatter_(0, positions, values);
        return flat.view(events.Rows, events.ColumnCount);
    }
}
