using Microsoft.ML.Data;
using Microsoft.ML.Runtime;
using Microsoft.ML.Transforms;
using SpikeML;

namespace Microsoft.ML;

/// <summary>Loads MNIST, data sets in its format, and generated digits that can replace it.</summary>
public static class MnistCatalog
{
    extension(DataOperationsCatalog catalog)
    {
        /// <summary>Loads an image file and its label file in the IDX format of MNIST.</summary>
        /// <remarks>
        /// The columns are <c>Label</c>, a key of cardinality 10 with the key values 0 to 9, and <c>Features</c>, a
        /// <c>Vector&lt;Single&gt;</c> of dimensions [rows, columns] ([28, 28] for MNIST) with pixel / 255, from 0 to 1. The
        /// pixels stay in memory as bytes, so <c>Cache</c> gains nothing.
        /// </remarks>
        /// <param name="imagesPath">The image file, plain or gzip; the format is detected from the content.</param>
        /// <param name="labelsPath">The label file, plain or gzip.</param>
        /// <exception cref="FileNotFoundException">One of the files does not exist.</exception>
        /// <exception cref="InvalidDataException">
        /// A file is not an IDX file of the expected kind, or is truncated, too long or empty; a label is above 9; or the counts
        /// of images and labels differ.
        /// </exception>
        public IDataView LoadMnist(string imagesPath, string labelsPath)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentException.ThrowIfNullOrEmpty(imagesPath);
            ArgumentException.ThrowIfNullOrEmpty(labelsPath);
            IHostEnvironment environment = catalog.GetEnvironment();
            if (MnistFiles.IsNamedEmnist(imagesPath))
                WarnOfEmnist(environment, imagesPath);
            return new MnistDataView(environment, MnistFiles.Read(imagesPath, labelsPath));
        }

        /// <summary>Loads an image file and its label file of EMNIST.</summary>
        /// <remarks>
        /// EMNIST's files cannot be told apart from MNIST's, but their images are stored transposed and their letters are
        /// numbered from 1, so the caller has to name the set. The columns are <c>Label</c>, a key whose values are the classes'
        /// names as text ("0" to "9", "A" to "Z", "a" to "z"; for the two sets that hold only digits, the numbers 0 to 9, as in
        /// MNIST), and <c>Features</c> as in <c>LoadMnist(imagesPath, labelsPath)</c>, turned upright.
        /// <c>DownloadMnistAsync("emnist", MnistDataset.Emnist)</c> downloads the files.
        /// </remarks>
        /// <param name="imagesPath">The image file, plain or gzip; the format is detected from the content.</param>
        /// <param name="labelsPath">The label file, plain or gzip.</param>
        /// <param name="emnist">The EMNIST set that the files belong to.</param>
        /// <exception cref="FileNotFoundException">One of the files does not exist.</exception>
        /// <exception cref="InvalidDataException">
        /// A file is not an IDX file of the expected kind, or is truncated, too long or empty; a label is not in the set; or the
        /// counts of images and labels differ.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="emnist"/> is not a defined value.</exception>
        public IDataView LoadMnist(string imagesPath, string labelsPath, EmnistSet emnist)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentException.ThrowIfNullOrEmpty(imagesPath);
            ArgumentException.ThrowIfNullOrEmpty(labelsPath);
            return new MnistDataView(catalog.GetEnvironment(), MnistFiles.Read(imagesPath, labelsPath, emnist));
        }

        /// <summary>Loads MNIST, or another data set whose files have the same names, from a folder.</summary>
        /// <remarks>
        /// Looks for train-images-idx3-ubyte and train-labels-idx1-ubyte (t10k-... for the test part), with or without .gz, and
        /// also accepts the spelling train-images.idx3-ubyte. For the columns, see <c>LoadMnist(imagesPath, labelsPath)</c>.
        /// </remarks>
        /// <param name="directory">The folder.</param>
        /// <param name="split">Which part to load.</param>
        /// <exception cref="FileNotFoundException">The folder or one of the files does not exist.</exception>
        /// <exception cref="InvalidDataException">As for <c>LoadMnist(imagesPath, labelsPath)</c>.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="split"/> is not a defined value.</exception>
        public IDataView LoadMnist(string directory, MnistSplit split = MnistSplit.Train)
        {
            ArgumentException.ThrowIfNullOrEmpty(directory);
            (string images, string labels) = MnistFiles.Find(directory, split);
            return catalog.LoadMnist(images, labels);
        }

        /// <summary>Loads a set of EMNIST from a folder.</summary>
        /// <remarks>
        /// Looks for files with EMNIST's own names, such as emnist-letters-train-images-idx3-ubyte, with or without .gz. For the
        /// columns, see <c>LoadMnist(imagesPath, labelsPath, emnist)</c>.
        /// </remarks>
        /// <param name="directory">The folder.</param>
        /// <param name="emnist">Which set to load.</param>
        /// <param name="split">Which part of it to load.</param>
        /// <exception cref="FileNotFoundException">The folder or one of the files does not exist.</exception>
        /// <exception cref="InvalidDataException">As for <c>LoadMnist(imagesPath, labelsPath, emnist)</c>.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The set or the split is not a defined value.</exception>
        public IDataView LoadMnist(string directory, EmnistSet emnist, MnistSplit split = MnistSplit.Train)
        {
            ArgumentException.ThrowIfNullOrEmpty(directory);
            (string images, string labels) = MnistFiles.Find(directory, split, emnist);
            return catalog.LoadMnist(images, labels, emnist);
        }

        /// <summary>
        /// Generates digits that look handwritten, without files or a network connection. See <see cref="SampleDigits"/>.
        /// </summary>
        /// <remarks>
        /// The columns are those of <c>LoadMnist</c>, with 28 x 28 pixels. Each block of ten rows holds every digit once, in
        /// shuffled order. For a test set, use another seed or <c>TrainTestSplit</c>.
        /// </remarks>
        /// <example>
        /// <code>
        /// IDataView digits = mlContext.Data.LoadSampleDigits(1000); // Label: key 0 to 9; Features: Vector&lt;Single, 28, 28&gt;
        /// var split = mlContext.Data.TrainTestSplit(digits, testFraction: 0.2);
        /// </code>
        /// </example>
        /// <param name="count">The number of digits, at least 1.</param>
        /// <param name="seed">The seed. A digit depends only on the seed and its row, so a larger count only adds rows.</param>
        /// <param name="cancellationToken">Cancels the work.</param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="count"/> is below 1, or the pixels would not fit in an array.
        /// </exception>
        public IDataView LoadSampleDigits(int count = 1000, int seed = 0, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            if (count < 1 || count > SampleDigitRows.MaxCount)
                throw new ArgumentOutOfRangeException(nameof(count), count,
                    $"The count must be 1 to {SampleDigitRows.MaxCount}.");
            return new MnistDataView(catalog.GetEnvironment(), SampleDigitRows.Draw(count, seed, cancellationToken));
        }

        /// <summary>Downloads MNIST or a related data set into a folder that <c>LoadMnist(directory)</c> can load.</summary>
        /// <remarks>See <see cref="MnistDownload"/> for how existing and damaged files are handled.</remarks>
        /// <param name="directory">
        /// The folder, which is created if it does not exist. Use one folder per data set, because their files have the same
        /// names.
        /// </param>
        /// <param name="dataset">The data set, or null for <see cref="MnistDataset.Mnist"/>.</param>
        /// <param name="client">
        /// The client to download with, such as one configured for a proxy, or null for a default client.
        /// </param>
        /// <param name="progress">Receives a report for each block that arrives.</param>
        /// <param name="cancellationToken">Cancels the download; no incomplete file is left behind.</param>
        /// <exception cref="IOException">No mirror delivered the correct file, or the folder cannot be written to.</exception>
        /// <exception cref="ArgumentException">A custom data set is not valid.</exception>
        /// <exception cref="OperationCanceledException">The download was cancelled.</exception>
        public Task DownloadMnistAsync(string directory, MnistDataset? dataset = null, HttpClient? client = null,
            IProgress<MnistDownloadProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            return MnistDownload.DownloadAsync(dataset ?? MnistDataset.Mnist, directory, client, progress, cancellationToken);
        }

        /// <summary>Divides data into <paramref name="factor"/> blocks of equal size and returns one of them.</summary>
        /// <remarks>
        /// Works like <c>snntorch.utils.data_subset</c>. A block has the number of rows divided by <paramref name="factor"/>,
        /// rounded down; rows left over at the end are in no block. Data from <c>LoadMnist</c> and <c>LoadSampleDigits</c> is
        /// sliced without copying and can still be read in parallel and shuffled; other data goes through ML.NET's filter for
        /// skipping and taking rows. If its number of rows is unknown, its rows are counted first.
        /// </remarks>
        /// <param name="data">The data to read.</param>
        /// <param name="factor">The number of blocks, at least 1; 1 returns the data unchanged.</param>
        /// <param name="index">The index of the block, from 0 to factor - 1.</param>
        /// <param name="cancellationToken">Cancels counting the rows.</param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="factor"/> is below 1, or <paramref name="index"/> is not in the range from 0 to factor - 1.
        /// </exception>
        public IDataView TakeSubset(IDataView data, int factor, int index = 0, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentNullException.ThrowIfNull(data);
            if (factor < 1)
                throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be at least 1.");
            if (index < 0 || index >= factor)
                throw new ArgumentOutOfRangeException(nameof(index), index,
                    $"The index must be 0 to {factor - 1}, one less than the factor.");
            if (factor == 1)
                return data;
            long size = (data.GetRowCount() ?? CountRows(catalog.GetEnvironment(), data, cancellationToken)) / factor;
            if (data is MnistDataView mnist)
                return mnist.Slice((int)(size * index), (int)size);
            var block = new SkipTakeFilter.Options { Skip = size * index, Take = size };
            return SkipTakeFilter.Create(catalog.GetEnvironment(), block, data);
        }
    }

    private static long CountRows(IHostEnvironment environment, IDataView data, CancellationToken cancellationToken)
    {
        IHost host = environment.Register(nameof(MnistCatalog));
        using DataViewRowCursor cursor = data.GetRowCursor([]);
        long count = 0;
        for (; cursor.MoveNext(); count++)
            host.CheckAlive(cancellationToken);
        return count;
    }

    private static void WarnOfEmnist(IHostEnvironment environment, string imagesPath)
    {
        using IChannel channel = environment.Start(nameof(MnistCatalog));
        channel.Warning($"'{imagesPath}' is named like an EMNIST file, whose images are stored transposed, but is being read as "
            + "MNIST. If it is EMNIST, name the set, for example LoadMnist(imagesPath, labelsPath, EmnistSet.Digits).");
    }
}
