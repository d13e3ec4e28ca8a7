using Microsoft.ML;
using Microsoft.ML.Data;
using OxyPlot;
using SkiaSharp;

namespace SpikeML.Plot.Tests.Pipelines;

public class RenderingTests
{
    private readonly MLContext _context = new(seed: 1);

    [Theory]
    [InlineData(5, 4, 20, 12)]
    [InlineData(5, 4, 7, 3)]
    [InlineData(1, 1, 3, 3)]
    [InlineData(100, 1000, 50, 224)]
    public void RenderRaster_lights_the_pixels_of_each_spike_and_no_other(int numSteps, int neurons, int width, int height)
    {
        SpikeTrain train = Trains.Scattered(numSteps, neurons, Math.Min(30, numSteps * neurons), offEvery: 3);
        RasterRenderingOptions options = new() { Width = width, Height = height };
        IDataView images = Render(train, context => context.Transforms.Spikes.RenderRaster("Image", "Spikes", options));
        using SKBitmap bitmap = SKBitmap.Decode(images.GetColumn<byte[]>("Image").Single());

        Assert.Equal((width, height), (bitmap.Width, bitmap.Height));
        for (int i = 0; i < width * height; i++)
            Assert.Equal(Expected(train, i % width, i / width, options), (uint)bitmap.GetPixel(i % width, i / width));
    }

    [Fact]
    public void RenderRaster_writes_jpeg_when_asked_to()
    {
        IDataView images = Render(Trains.Sparse(20, 20), context =>
            context.Transforms.Spikes.RenderRaster("Image", "Spikes", new() { Format = RasterImageFormat.Jpeg }));
        byte[] image = images.GetColumn<byte[]>("Image").Single();
        using SKBitmap bitmap = SKBitmap.Decode(image);

        Assert.Equal([0xFF, 0xD8, 0xFF], image[..3]);
        Assert.Equal((224, 224), (bitmap.Width, bitmap.Height));
    }

    [Fact]
    public void RenderRasterImage_gives_what_image_transforms_take()
    {
        SpikeTrain train = SpikeTrain.FromEvents([new(0, 0, 1), new(3, 2, -1)], 4, 3);
        RasterImageOptions options = new()
        {
            Width = 4,
            Height = 3,
            OnColor = OxyColor.FromRgb(10, 20, 30),
            OffColor = OxyColor.FromRgb(40, 50, 60),
            Background = OxyColors.Black
        };
        IDataView pixels = Render(train, context => context.Transforms.Spikes.RenderRasterImage("Image", "Spikes", options)
            .Append(context.Transforms.ExtractPixels("Pixels", "Image")));

        float[] values = pixels.GetColumn<float[]>("Pixels").Single();
        Assert.Equal(36, values.Length);
        // Channels of red, green and blue, neuron 0 in the lowest row.
        Assert.Equal([10, 20, 30], new[] { values[8], values[12 + 8], values[24 + 8] });
        Assert.Equal([40, 50, 60], new[] { values[3], values[12 + 3], values[24 + 3] });
        Assert.Equal(120 + 90, values.Sum());
    }

    [Fact]
    public void RenderRaster_refuses_options_out_of_range()
    {
        SpikeCatalog spikes = _context.Transforms.Spikes;
        Assert.Throws<ArgumentOutOfRangeException>("Width", () => spikes.RenderRaster("Image", options: new() { Width = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("Height", () =>
            spikes.RenderRaster("Image", options: new() { Height = 20_001 }));
        Assert.Throws<ArgumentOutOfRangeException>("Width", () =>
            spikes.RenderRaster("Image", options: new() { Width = 20_000, Height = 20_000 }));
        Assert.Throws<ArgumentOutOfRangeException>("Quality", () => spikes.RenderRaster("Image", options: new() { Quality = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("OnColor", () =>
            spikes.RenderRasterImage("Image", options: new() { OnColor = OxyColors.Transparent }));
    }

    private IDataView Render<T>(SpikeTrain train, Func<MLContext, IEstimator<T>> make)
        where T : class, ITransformer
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Spikes)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, train.NumSteps,
            train.NeuronCount);
        IDataView data = _context.Data.LoadFromEnumerable([new Row { Spikes = train.ToDense() }], schema);
        return make(_context).Fit(data).Transform(data);
    }

    // Every pixel that the rectangle of the spike's step and neuron covers, or at least its first.
    private static uint Expected(SpikeTrain train, int x, int y, RasterCode options)
    {
        bool on = false, off = false;
        foreach (SpikeEvent spike in train)
        {
            int line = train.NeuronCount - 1 - spike.Neuron;
            bool covers = Covers(spike.Step, train.NumSteps, options.Width, x)
                && Covers(line, train.NeuronCount, options.Height, y);
            (on, off) = (on || (covers && spike.Value > 0), off || (covers && spike.Value < 0));
        }
        OxyColor color = on && off ? OxyColor.Interpolate(options.OnColor, options.OffColor, 0.5)
            : on ? options.OnColor : off ? options.OffColor : options.Background;
        return color.ToUint();
    }

    private static bool Covers(int place, int places, int pixels, int pixel)
    {
        int first = (int)Math.Floor((double)place * pixels / places),
            end = (int)Math.Floor((double)(place + 1) * pixels / places);
        return pixel == first || (pixel > first && pixel < end);
    }

    private sealed class Row
    {
        public float[] Spikes { get; set; } = [];
    }
}
