using SpikeML;

namespace Microsoft.ML;

/// <summary>Saves models so that a crash or a full disk never destroys the existing model.</summary>
public static class ModelSaving
{
    extension(ModelOperationsCatalog catalog)
    {
        /// <summary>
        /// Saves a model like <c>Save</c>, but atomically: it writes a temporary file in the same folder and renames it when it
        /// is complete. A program that reads the path meanwhile, such as a web service that watches it, sees either the old model
        /// or the new one.
        /// </summary>
        /// <example>
        /// <code>
        /// ITransformer model = mlContext.Transforms.Spikes.EncodeRate("Spikes", "Features").Fit(data);
        /// mlContext.Model.SaveAtomically(model, data.Schema, "encoder.zip");
        /// ITransformer loaded = new MLContext().Model.Load("encoder.zip", out DataViewSchema inputSchema);
        /// </code>
        /// </example>
        /// <param name="model">The model.</param>
        /// <param name="inputSchema">The schema of the model's input data.</param>
        /// <param name="path">The file; its folder must exist.</param>
        /// <exception cref="UnauthorizedAccessException">Access to the file or its folder is denied.</exception>
        /// <exception cref="IOException">The file could not be written; an existing file is unchanged.</exception>
        public void SaveAtomically(ITransformer model, DataViewSchema inputSchema, string path)
        {
            ArgumentNullException.ThrowIfNull(catalog);
            ArgumentNullException.ThrowIfNull(model);
            ArgumentException.ThrowIfNullOrEmpty(path);
            FileReplacement.Write(path, stream => catalog.Save(model, inputSchema, stream));
        }
    }
}
