using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
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
    /// The dense spikes of gathered events, [numSteps, rows, neurons]: their slots travel, which is less than the spikes, and are
    /// spread on the device.
    /// </summary>
    public static Tensor Spread(EventGathering events, Device? device)
    {
        (int rows, int neurons) = (events.Rows, events.Neurons);
        using Tensor sentSlots = Sent(events.AllSlots, ScalarType.Int32, device), slots = sentSlots.to(ScalarType.Int64);
        using Tensor sentCounts = Sent(events.Counts(), ScalarType.Int32, device), counts = sentCounts.to(ScalarType.Int64);
        // Slot step * neurons + neuron of a row is (step * rows + row) * neurons + neuron of the batch. The number of events is
        // given, because the host would wait for the device to count them.
        using Scalar rowCount = rows, rowLength = neurons, otherRows = (long)(rows - 1) * neurons, one = 1;
        using Tensor starts = arange(rowCount, ScalarType.Int64, device).mul_(rowLength);
        using Tensor rowStarts = starts.repeat_interleave(counts, output_size: events.Count);
        using Tensor steps = slots.div(rowLength, RoundingMode.floor).mul_(otherRows);
        using Tensor places = slots.add_(steps, one).add_(rowStarts, one);
        using Tensor values = events.AreOnes ? ones(events.Count, device: device)
            : Sent(events.AllValues, ScalarType.Float32, device);
        using Tensor flat = zeros((long)events.NumSteps * rows * neurons, device: device);
        flat.scatter_(0, places, values);
        return flat.view(events.NumSteps, rows, neurons);
    }

    private static Tensor Sent<T>(ReadOnlySpan<T> values, ScalarType type, Device? device)
        where T : unmanaged
    {
        Tensor tensor = empty(values.Length, type);
        MemoryMarshal.AsBytes(values).CopyTo(tensor.bytes);
        return To(tensor, device);
    }
}
