using SpikeML;
using SpikeML.Plot;

namespace Microsoft.ML;

/// <summary>Adds the transforms that draw spikes to <c>mlContext.Transforms.Spikes</c>.</summary>
public static class SpikeRenderingCatalogExtensions
{
    extension(SpikeCatalog catalog)
    {
        /// <summary>Draws each row's spikes as a raster and encodes it as PNG or JPEG, for image classifiers.</summary>
        /// <remarks>
        /// <format type="text/markdown"><![CDATA[
        /// ###  Estimator characteristics
        /// |  |  |
        /// | -- | -- |
        /// | Does this estimator need to look at the data to train its parameters? | No |
        /// | Input column data type | Known-size vector of Single, time first |
        /// | Output column data type | Variable-size vector of Byte: the bytes of a PNG or JPEG file |
        /// | Exportable to ONNX | No |
        /// ]]></format>
        /// The ImageClassification trainer of Microsoft.ML.Vision takes the output as features.
        /// </remarks>
        /// <param name="outputColumnName">The column to add, a variable-size vector of Byte.</param>
        /// <param name="inputColumnName">
        /// The spike column. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
        /// </param>
        /// <param name="options">How it is drawn and encoded, or null for the defaults.</param>
        /// <returns>The estimator, to append to a pipeline.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">An option is out of range.</exception>
        public SpikeEstimator<RasterRenderingOptions> RenderRaster(
            string outputColumnName, string? inputColumnName = null, RasterRenderingOptions? options = null) =>
            catalog.Encode(outputColumnName, inputColumnName, options ?? new());

        /// <summary>Draws each row's spikes as a raster, as an image for the transforms of Microsoft.ML.ImageAnalytics.</summary>
        /// <remarks>
        /// <format type="text/markdown"><![CDATA[
        /// ###  Estimator characteristics
        /// |  |  |
        /// | -- | -- |
        /// | Does this estimator need to look at the data to train its parameters? | No |
        /// | Input column data type | Known-size vector of Single, time first |
        /// | Output column data type | <xref:Microsoft.ML.Data.MLImage> |
        /// | Exportable to ONNX | No |
        /// ]]></format>
        /// Transforms of Microsoft.ML.ImageAnalytics, such as ExtractPixels and ResizeImages, take the output. Like their images,
        /// it cannot be saved with data, and a getter disposes the image that it receives before it creates another.
        /// </remarks>
        /// <param name="outputColumnName">The column to add, of <see cref="Data.MLImage"/>.</param>
        /// <param name="inputColumnName">
        /// The spike column. If null, the column named <paramref name="outputColumnName"/> is read and replaced.
        /// </param>
        /// <param name="options">How it is drawn, or null for the defaults.</param>
        /// <returns>The estimator, to append to a pipeline.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">An option is out of range.</exception>
        public SpikeEstimator<RasterImageOptions> RenderRasterImage(
            string outputColumnName, string? inputColumnName = null, RasterImageOptions? options = null) =>
            catalog.Encode(outputColumnName, inputColumnName, options ?? new());
    }
}
