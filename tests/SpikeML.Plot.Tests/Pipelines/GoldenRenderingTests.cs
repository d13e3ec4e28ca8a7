using Microsoft.ML;
using Microsoft.ML.Data;
using SkiaSharp;
using SpikeML.Tests.Conformance;

namespace SpikeML.Plot.Tests.Pipelines;

/// <summary>
/// Image transforms saved by earlier versions, with the pictures that they must draw. Golden/README.md has the rule for a new
/// format.
/// </summary>
public class GoldenRenderingTests
{
    private const string OutputVariable = "SPIKEML_GOLDEN_OUTPUT";
    private const int JpegTolerance = 16;

    private static readonly RasterRenderingOptions Options = new() { Width = 29, Height = 21 };

    private static readonly Dictionary<string, Func<MLContext, IEstimator<ITransformer>>> Estimators = new()
    {
        ["png"] = context => context.Transforms.Spikes.RenderRaster("Picture", "Spikes", Options),
        ["jpeg"] = context => context.Transforms.Spikes.RenderRaster("Picture", "Spikes",
            Options with { Format = RasterImageFormat.Jpeg, Quality = 70 }),
        ["image"] = context => context.Transforms.Spikes.RenderRasterImage("Picture", "Spikes",
            new() { Width = 29, Height = 21 }),
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Pipelines", "Golden");

    public static TheoryData<string> Models =>
        [.. Directory.EnumerateFiles(Folder, "*.zip", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path)).Order()];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_saved_transform_draws_what_it_drew_when_it_was_saved(string model)
    {
        MLContext context = new();
        string path = Path.Combine(Folder, model);
        ITransformer transformer = context.Model.Load(path, out _);
        using SKBitmap expected = SKBitmap.Decode(Path.ChangeExtension(path, ".png")),
            drawn = Draw(transformer.Transform(Data(context)));
        Assert.Equal((expected.Width, expected.Height), (drawn.Width, drawn.Height));
        int tolerance = model.Contains("jpeg", StringComparison.Ordinal) ? JpegTolerance : 0;
        for (int i = 0; i < expected.Pixels.Length; i++)
            Assert.InRange(Math.Abs(expected.Pixels[i].Red - drawn.Pixels[i].Red), 0, tolerance);
        Assert.Contains(drawn.Pixels, pixel => pixel.Red < 100);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_transform_with_an_absurd_number_is_refused_or_loads_at_little_cost(string model) =>
        DamagedNumbers.Verify(Path.Combine(Folder, model));

    [Fact]
    public void Every_format_has_a_golden_transform() =>
        Assert.Equal(Estimators.Keys.Select(name => Path.Combine("v1", name + ".zip")).Order(),
        Models.Select(row => (string)row.Data).Order());

    [Fact]
    public void New_golden_transforms_are_written_on_request()
    {
        string? folder = Environment.GetEnvironmentVariable(OutputVariable);
        Assert.SkipWhen(folder is null, $"Set {OutputVariable} to a folder to write golden transforms of the present format.");
        MLContext context = new(seed: 1);
        IDataView data = Data(context);
        foreach ((string name, Func<MLContext, IEstimator<ITransformer>> estimator) in Estimators)
        {
            ITransformer transformer = estimator(context).Fit(data);
            context.Model.Save(transformer, data.Schema, Path.Combine(folder, name + ".zip"));
            using SKBitmap drawn = Draw(transformer.Transform(data));
            using FileStream file = File.Create(Path.Combine(folder, name + ".png"));
            drawn.Encode(file, SKEncodedImageFormat.Png, 100);
        }
    }

    private static SKBitmap Draw(IDataView data)
    {
        if (data.Schema["Picture"].Type is VectorDataViewType)
            return SKBitmap.Decode(data.GetColumn<byte[]>("Picture").First());
        using MLImage image = data.GetColumn<MLImage>("Picture").First();
        SKBitmap bitmap = new(new SKImageInfo(image.Width, image.Height, SKColorType.Bgra8888, SKAlphaType.Unpremul));
        System.Runtime.InteropServices.Marshal.Copy(image.Pixels.ToArray(), 0, bitmap.GetPixels(), image.Pixels.Length);
        return bitmap;
    }

    private static IDataView Data(MLContext context)
    {
        float[] spikes = new float[8 * 5];
        for (int i = 0; i < spikes.Length; i += 7)
            spikes[i] = 1;
        return context.Data.LoadFromEnumerable([new Row { Spikes = spikes }]);
    }

    private sealed class Row
    {
        [VectorType(8, 5)]
        public float[] Spikes { get; set; } = [];
    }
}
