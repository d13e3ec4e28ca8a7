using Microsoft.ML;
using SpikeML.Samples.Gallery;

namespace SpikeML.SpikingMnist;

/// <summary>The digits: MNIST's, or generated ones.</summary>
internal sealed record Digits(MLContext Context, IDataView Train, IDataView Test)
{
    private const int HeldOutShare = 6;

    public static Digits Load(Report report, string? mnistFolder, int count)
    {
        report.Section("1. The digits");
        MLContext context = new(seed: 1);
        (IDataView train, IDataView test) = mnistFolder is null
            ? (context.Data.LoadSampleDigits(count, seed: 1), context.Data.LoadSampleDigits(count / HeldOutShare, seed: 2))
            : (context.Data.LoadMnist(mnistFolder, MnistSplit.Train), context.Data.LoadMnist(mnistFolder, MnistSplit.Test));
        report.Say(mnistFolder is null ? "Using generated digits; --mnist FOLDER uses MNIST."
            : $"Using MNIST from {mnistFolder}.");
        report.Say($"Training on {train.GetRowCount():N0} digits; {test.GetRowCount():N0} are held out.");
        return new Digits(context, train, test);
    }
}
