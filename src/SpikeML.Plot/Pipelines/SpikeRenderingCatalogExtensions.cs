using SpikeML.Plot;

namespace Microsoft.ML;

/// <summary>Adds the transforms that draw spikes to <c>mlContext.Transforms.Spikes</c>.</summary>
public static class SpikeRenderingCatalogExtensions
{
    extension(SpikeCatalog catalog)
    {
        /// <summary>Draws each row's spikes as a raster and encodes it as PNG or JPEG: what an image classifier takes.</summary>
        /// <param name="outputColumnName">The column to add, a variable-size vector of Byte.</param>
        /// <param name="inputColumnName">The spike column; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
        /// <param name="options">How it is drawn and encoded; null: the defaults.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">An option is out of its range.</exception>
        public RasterRenderingEstimator RenderRaster(string outputColumnName, string? inputColumnName = null, RasterImageOptions? options = null) =>
            catalog.RenderRaster([new(outputColumnName, inputColumnName)], options);

        /// <summary>Draws and encodes several columns' rasters with the same options.</summary>
        /// <param name="columns">The columns to add, and the spike columns.</param>
        /// <param name="options">How they are drawn and encoded; null: the defaults.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">An option is out of its range.</exception>
        public RasterRenderingEstimator RenderRaster(InputOutputColumnPair[] columns, RasterImageOptions? options = null) =>
            new(catalog.Environment, columns, options ?? new RasterImageOptions());

        /// <summary>Draws each row's spikes as a raster, as an image that the transforms of Microsoft.ML.ImageAnalytics take.</summary>
        /// <param name="outputColumnName">The column to add, of <see cref="Data.MLImage"/>.</param>
        /// <param name="inputColumnName">The spike column; null: the one named <paramref name="outputColumnName"/>, which is replaced.</param>
        /// <param name="options">How it is drawn; null: the defaults. Format and quality are not heeded.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">An option is out of its range.</exception>
        public RasterImageEstimator RenderRasterImage(string outputColumnName, string? inputColumnName = null, RasterImageOptions? options = null) =>
            catalog.RenderRasterImage([new(outputColumnName, inputColumnName)], options);

        /// <summary>Draws several columns' rasters as images with the same options.</summary>
        /// <param name="columns">The columns to add, and the spike columns.</param>
        /// <param name="options">How they are drawn; null: the defaults. Format and quality are not heeded.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">An option is out of its range.</exception>
        public RasterImageEstimator RenderRasterImage(InputOutputColumnPair[] columns, RasterImageOptions? options = null) =>
            new(catalog.Environment, columns, options ?? new RasterImageOptions());
    }
}
