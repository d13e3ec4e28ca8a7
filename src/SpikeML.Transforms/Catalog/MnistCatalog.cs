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
        /// pixels stay in memory as bytes, so that there is nothing to gain from <c>Cache</c>.
        /// </remarks>
        /// <param name="imagesPath">The image file, plain or gzip: its content tells which.</param>
        /// <param name="labelsPath">The label file, plain or gzip.</param>
        /// <exception cref="FileNotFoundException">One of the files isn't there.</exception>
        /// <exception cref="InvalidDataException">
        /// A file is not an IDX file of its kind, is truncated, too long or empty, a label is above 9, or the counts differ.
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
        /// EMNIST's files look exactly like MNIST's, but its images are stored transposed, and its letters are numbered from 1:
        /// only the caller knows which they are. The columns are <c>Label</c>, a key whose values are the classes' names as text
        /// ("0" to "9", "A" to "Z", "a" to "z"; for the two sets of digits alone the numbers 0 to 9, as MNIST has them), and
        /// <c>Features</c> as in <c>LoadMnist(imagesPath, labelsPath)</c>, the right way up.
        /// <c>DownloadMnistAsync("emnist", MnistDataset.Emnist)</c> brings the files.
        /// </remarks>
        /// <param name="imagesPath">The image file, plain or gzip: its content tells which.</param>
        /// <param name="labelsPath">The label file, plain or gzip.</param>
        /// <param name="emnist">Which of EMNIST's sets the files are of.</param>
        /// <exception cref="FileNotFoundException">One of the files isn't there.</exception>
        /// <exception cref="InvalidDataException">
        /// A file is not an IDX file of its kind, is truncated, too long or empty, a label is not one of the set's, or the
        /// counts differ.
        /// </exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="emnist"/> is not one of the sets.</exception>
        public IDataView LoadMnist(string imagesPath, string labelsPath, EmnistSet emnist)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentException.ThrowIfNullOrEmpty(imagesPath);
            ArgumentException.ThrowIfNullOrEmpty(labelsPath);
            return new MnistDataView(catalog.GetEnvironment(), MnistFiles.Read(imagesPath, labelsPath, emnist));
        }

        /// <summary>Loads MNIST, or a set with files of the same names, from a folder.</summary>
        /// <remarks>
        /// Looks for train-images-idx3-ubyte and train-labels-idx1-ubyte (t10k-... for the test part), with or without .gz, and
        /// for the spelling train-images.idx3-ubyte. For the columns see <c>LoadMnist(imagesPath, labelsPath)</c>.
        /// </remarks>
        /// <param name="directory">The folder.</param>
        /// <param name="split">Which part to load.</param>
        /// <exception cref="FileNotFoundException">The folder or one of the files isn't there.</exception>
        /// <exception cref="InvalidDataException">As for <c>LoadMnist(imagesPath, labelsPath)</c>.</exception>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="split"/> is no split.</exception>
        public IDataView LoadMnist(string directory, MnistSplit split = MnistSplit.Train)
        {
            ArgumentException.ThrowIfNullOrEmpty(directory);
            (string images, string labels) = MnistFiles.Find(directory, split);
            return catalog.LoadMnist(images, labels);
        }

        /// <summary>Loads a set of EMNIST from a folder.</summary>
        /// <remarks>
        /// Looks for files named as EMNIST names them, such as emnist-letters-train-images-idx3-ubyte, with or without .gz. For
        /// the columns see <c>LoadMnist(imagesPath, labelsPath, emnist)</c>.
        /// </remarks>
        /// <param name="directory">The folder.</param>
        /// <param name="emnist">Which set to load.</param>
        /// <param name="split">Which part of it to load.</param>
        /// <exception cref="FileNotFoundException">The folder or one of the files isn't there.</exception>
        /// <exception cref="InvalidDataException">As for <c>LoadMnist(imagesPath, labelsPath, emnist)</c>.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There is no such set, or no such split.</exception>
        public IDataView LoadMnist(string directory, EmnistSet emnist, MnistSplit split = MnistSplit.Train)
        {
            ArgumentException.ThrowIfNullOrEmpty(directory);
            (string images, string labels) = MnistFiles.Find(directory, split, emnist);
            return catalog.LoadMnist(images, labels, emnist);
        }

        /// <summary>Draws digits that look handwritten, with no file and no network. See <see cref="SampleDigits"/>.</summary>
        /// <remarks>
        /// The columns are those of <c>LoadMnist</c>, with 28 x 28 pixels. The digits 0 to 9 stand in shuffled order,
        /// each once in any ten from a multiple of ten on. For a test set take another seed, or <c>TrainTestSplit</c>.
        /// </remarks>
        /// <example>
        /// <code>
        /// IDataView digits = mlContext.Data.LoadSampleDigits(1000); // Label: key 0 to 9; Features: Vector&lt;Single, 28, 28&gt;
        /// var split = mlContext.Data.TrainTestSplit(digits, testFraction: 0.2);
        /// </code>
        /// </example>
        /// <param name="count">The number of digits, at least 1.</param>
        /// <param name="seed">The seed. A digit depends on it and on its row alone, so a larger count only adds rows.</param>
        /// <param name="cancellationToken">Ends the drawing.</param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="count"/> is below 1 or above what an array holds.
        /// </exception>
        public IDataView LoadSampleDigits(int count = 1000, int seed = 0, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            if (count < 1 || count > SampleDigitRows.MaxCount)
                throw new ArgumentOutOfRangeException(nameof(count), count,
                    $"The count must be 1 to {SampleDigitRows.MaxCount}.");
            return new MnistDataView(catalog.GetEnvironment(), SampleDigitRows.Draw(count, seed, cancellationToken));
        }

        /// <summary>Downloads MNIST or a related set into a folder, for <c>LoadMnist(directory)</c> to load.</summary>
        /// <remarks>See <see cref="MnistDownload"/> for what happens to files that are there already or come damaged.</remarks>
        /// <param name="directory">The folder, which is made if need be; one for each set, as their files share names.</param>
        /// <param name="dataset">The set; null: <see cref="MnistDataset.Mnist"/>.</param>
        /// <param name="client">What to download with, such as one that knows a proxy; null: one of our own.</param>
        /// <param name="progress">Is told of every block that arrives.</param>
        /// <param name="cancellationToken">Stops the download; no broken file is left behind.</param>
        /// <exception cref="IOException">No mirror gave the right file, or the folder can't be written.</exception>
        /// <exception cref="ArgumentException">A set of one's own isn't well described.</exception>
        /// <exception cref="OperationCanceledException">It was cancelled.</exception>
        public Task DownloadMnistAsync(string directory, MnistDataset? dataset = null, HttpClient? client = null,
            IProgress<MnistDownloadProgress>? progress = null, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            return MnistDownload.DownloadAsync(dataset ?? MnistDataset.Mnist, directory, client, progress, cancellationToken);
        }

        /// <summary>Cuts data into blocks of rows / factor rows, rounded down, and takes one of them.</summary>
        /// <remarks>
        /// As <c>snntorch.utils.data_subset</c> does; the rows that are left over at the end are in no block, and where there are
        /// fewer rows than blocks, blocks are empty. What <c>LoadMnist</c> and <c>LoadSampleDigits</c> gave is cut without a copy
        /// and stays parallel and shufflable; other data goes through ML.NET's filter for skipping and
        /// taking rows, and is counted row by row where it doesn't know its number of rows.
        /// </remarks>
        /// <param name="data">The data.</param>
        /// <param name="factor">The number of blocks, at least 1; 1 gives the data as they are.</param>
        /// <param name="index">Which block, from 0 to factor - 1.</param>
        /// <param name="cancellationToken">Ends the counting of rows.</param>
        /// <exception cref="ArgumentOutOfRangeException">
        /// <paramref name="factor"/> is below 1, or <paramref name="index"/> isn't from 0 to factor - 1.
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
        {
            host.CheckAlive();
            cancellationToken.ThrowIfCancellationRequested();
        }
        return count;
    }

    private static void WarnOfEmnist(IHostEnvironment environment, string imagesPath)
    {
        using IChannel channel = environment.Start(nameof(MnistCatalog));
        channel.Warning($"'{imagesPath}' has the name of an EMNIST file, whose images are stored transposed, but is read as "
            + "MNIST: if it is EMNIST, say which set, as in LoadMnist(imagesPath, labelsPath, EmnistSet.Digits).");
    }
}
