using System.Globalization;
using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.TrainingBenchmarks;

/// <summary>The memory of the process after each epoch of training 784-1000-10 on generated digits, in 25 steps.</summary>
internal static class MemoryUse
{
    private const double Megabyte = 1 << 20;

    public static void Run(int rows, SpikingNetworkOptions options)
    {
        Console.WriteLine("| epoch | resident MB | managed heap MB | heap in use MB | native MB | collections | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        MLContext context = new(seed: 0);
        context.Transforms.Spikes.EncodeRate("Spikes", "Features", new() { NumSteps = 25 })
            .Append(context.MulticlassClassification.Trainers.SpikingNetwork(
                options: options with { Layers = [SpikingLayer.Dense(1000)], BatchSize = 128 }, epochFinished: Tell))
            .Fit(context.Data.LoadSampleDigits(rows));
    }

    private static void Tell(SpikingEpoch epoch)
    {
        double resident = Environment.WorkingSet / Megabyte, heap = GC.GetGCMemoryInfo().TotalCommittedBytes / Megabyte;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {epoch.Epoch} | {resident:F0} | {heap:F0} "
            + $"| {GC.GetTotalMemory(forceFullCollection: false) / Megabyte:F0} | {resident - heap:F0} "
            + $"| {GC.CollectionCount(2)} | {epoch.Duration.TotalSeconds:F1} |"));
    }
}
