using SpikeML;

namespace Microsoft.ML;

/// <summary>Loads models, and says of a damaged file that it is damaged.</summary>
public static class ModelLoading
{
    extension(ModelOperationsCatalog catalog)
    {
        /// <summary>
        /// Loads a model as <c>Load</c> does, after every part of the file was compared with its checksum, which ML.NET does not
        /// do.
        /// </summary>
        /// <remarks>
        /// <c>Load</c> trusts what it reads: a damaged file may cost it any exception, minutes or gigabytes, or load as another
        /// model. Here it is a <see cref="FormatException"/> that says what to do.
        /// </remarks>
        /// <example>
        /// <code>
        /// ITransformer model = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data);
        /// mlContext.Model.SaveAtomically(model, data.Schema, "encoder.zip");
        /// ITransformer loaded = mlContext.Model.LoadVerified("encoder.zip", out DataViewSchema inputSchema);
        /// </code>
        /// </example>
        /// <param name="path">The file.</param>
        /// <param name="inputSchema">The schema of the data that the model takes; null where it was saved without one.</param>
        /// <exception cref="FormatException">
        /// The file is damaged or not a model, it was saved by a newer version, or a package that it needs is missing.
        /// </exception>
        /// <exception cref="IOException">The file could not be read, or there is none.</exception>
        /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
        public ITransformer LoadVerified(string path, out DataViewSchema inputSchema)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            using FileStream stream = File.OpenRead(path);
            return Load(catalog, stream, $"'{path}'", out inputSchema);
        }

        /// <summary>The same of a stream.</summary>
        /// <param name="stream">A stream that can seek, at the beginning of the model. It stays open.</param>
        /// <param name="inputSchema">The schema of the data that the model takes; null where it was saved without one.</param>
        /// <exception cref="FormatException">As for a file.</exception>
        /// <exception cref="ArgumentException">The stream cannot be read, or cannot seek.</exception>
        public ITransformer LoadVerified(Stream stream, out DataViewSchema inputSchema)
        {
            ArgumentNullException.ThrowIfNull(stream);
            if (!stream.CanRead || !stream.CanSeek)
                throw new ArgumentException("The stream must be readable and seekable: copy it to a MemoryStream first.",
                    nameof(stream));
            return Load(catalog, stream, "The stream", out inputSchema);
        }
    }

    private static ITransformer Load(ModelOperationsCatalog catalog, Stream stream, string name, out DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        long start = stream.Position;
        ModelArchive.Verify(stream, name);
        stream.Position = start;
        try
        {
            return catalog.Load(stream, out inputSchema);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw ModelArchive.Unreadable(name, error);
        }
    }
}
