using SpikeML;

namespace Microsoft.ML;

/// <summary>Loads models and reports damaged files as damaged.</summary>
public static class ModelLoading
{
    extension(ModelOperationsCatalog catalog)
    {
        /// <summary>
        /// Loads a model like <c>Load</c>, but first compares every part of the file with its checksum, which ML.NET does not do.
        /// </summary>
        /// <remarks>
        /// <c>Load</c> trusts what it reads: a damaged file can cause any exception, take minutes or gigabytes, or load as a
        /// different model. Here it causes a <see cref="FormatException"/> that says what to do.
        /// </remarks>
        /// <example>
        /// <code>
        /// ITransformer model = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data);
        /// mlContext.Model.SaveAtomically(model, data.Schema, "encoder.zip");
        /// ITransformer loaded = mlContext.Model.LoadVerified("encoder.zip", out DataViewSchema inputSchema);
        /// </code>
        /// </example>
        /// <param name="path">The file.</param>
        /// <param name="inputSchema">The input schema of the model, or null if it was saved without one.</param>
        /// <exception cref="FormatException">
        /// The file is damaged or not a model, it was saved by a newer version, or a package that it needs is missing.
        /// </exception>
        /// <exception cref="IOException">The file does not exist or could not be read.</exception>
        /// <exception cref="UnauthorizedAccessException">Access to the file is denied.</exception>
        public ITransformer LoadVerified(string path, out DataViewSchema inputSchema)
        {
            ArgumentException.ThrowIfNullOrEmpty(path);
            using FileStream stream = File.OpenRead(path);
            return Load(catalog, stream, $"'{path}'", out inputSchema);
        }

        /// <summary>Loads a model from a stream after comparing every part with its checksum.</summary>
        /// <param name="stream">A seekable stream positioned at the start of the model. It stays open.</param>
        /// <param name="inputSchema">The input schema of the model, or null if it was saved without one.</param>
        /// <exception cref="FormatException">
        /// The stream is damaged or not a model, it was saved by a newer version, or a package that it needs is missing.
        /// </exception>
        /// <exception cref="ArgumentException">The stream is not readable or not seekable.</exception>
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
