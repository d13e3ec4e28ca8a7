using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Samples.Gallery;

namespace SpikeML.Tutorial;

/// <summary>Section 1, setting up the data set: MNIST, or generated digits.</summary>
internal sealed record Digits(MLContext Context, IDataView Train, IDataView Test)
{
    private const int SubsetFactor = 10;

    public static async Task<Digits> LoadAsync(Report report, TutorialPage page, CancellationToken cancellation)
    {
        string? mnistFolder = page.MnistFolder;
        report.Section("1. Setting up the data set");
        report.Explain("MNIST's images of handwritten digits have 28 &times; 28 pixels, and each pixel is a grey value from 0 to "
            + "1. One in ten of them is enough here: with 6,000 images, everything on this page runs in seconds.");
        MLContext context = new(seed: 0);
        if (page.Download)
            mnistFolder = await DownloadAsync(report, context, mnistFolder, cancellation);
        (IDataView train, IDataView test) = mnistFolder is null
            ? (context.Data.LoadSampleDigits(60_000, seed: 0, cancellation),
                context.Data.LoadSampleDigits(10_000, seed: 1, cancellation))
            : (context.Data.LoadMnist(mnistFolder), context.Data.LoadMnist(mnistFolder, MnistSplit.Test));
        report.Say(mnistFolder is null
            ? $"Using 60,000 generated digits{page.DataHint}."
            : $"Using MNIST from {mnistFolder}.");

        IDataView subset = context.Data.TakeSubset(train, SubsetFactor, cancellationToken: cancellation);
        report.Say($"The size of mnist_train is {subset.GetRowCount():N0}");
        report.Say($"Its columns: {string.Join(", ", subset.Schema.Select(column => $"{column.Name} {column.Type}"))}");
        return new Digits(context, subset, context.Data.TakeSubset(test, SubsetFactor, cancellationToken: cancellation));
    }

    /// <summary>The first digit of the training set; keys count from 1.</summary>
    public uint FirstLabel => Train.GetColumn<uint>("Label").First() - 1;

    /// <summary>The spikes of the training set's first digit, from an encoder fitted to the training set.</summary>
    public SpikeTrain EncodeFirst(IEstimator<ITransformer> encoder) =>
        encoder.Fit(Train).Transform(Context.Data.TakeRows(Train, 1)).GetSpikeTrains("Spikes").Single();

    private static async Task<string> DownloadAsync(Report report, MLContext context, string? folder,
        CancellationToken cancellation)
    {
        folder ??= Path.Combine(report.Folder, "mnist");
        Directory.CreateDirectory(folder);
        report.Say($"Downloading MNIST into {folder}");
        await context.Data.DownloadMnistAsync(folder, cancellationToken: cancellation);
        return folder;
    }
}
