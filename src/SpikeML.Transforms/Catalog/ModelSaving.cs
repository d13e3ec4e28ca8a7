using SpikeML;

namespace Microsoft.ML;

/// <summary>Saves models so that a crash or a full disk never costs the model that was there.</summary>
public static class ModelSaving
{
    extension(ModelOperationsCatalog catalog)
    {
        /// <summary>
        /// Saves a model as <c>Save</c> does, but beside the target first, and renames it once it is complete: whoever reads the
        /// path meanwhile, such as a web service that watches it, sees the old model or the new one, whole.
        /// </summary>
        /// <example>
        /// <code>
        /// ITransformer model = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data);
        /// mlContext.Model.SaveAtomically(model, data.Schema, "encoder.zip");
        /// ITransformer loaded = new MLContext().Model.Load("encoder.zip", out DataViewSchema inputSchema);
        /// </code>
        /// </example>
        /// <param name="model">The model.</param>
        /// <param name="inputSchema">The schema of the data that it takes.</param>
        /// <param name="path">The file; its folder must exist.</param>
        /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
        /// <exception cref="IOException">The file could not be written; the old one is as it was.</exception>
        public void SaveAtomically(ITransformer model, DataViewSchema inputSchema, string path)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentNullException.ThrowIfNull(model);
            ArgumentException.ThrowIfNullOrEmpty(path);
            FileReplacement.Write(path, stream => catalog.Save(model, inputSchema, stream));
        }
    }
}
