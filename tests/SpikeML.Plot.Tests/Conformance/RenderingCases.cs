using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using SpikeML.Plot;

namespace SpikeML.Tests.Conformance;

/// <summary>The transforms that draw spikes, one line each.</summary>
internal static partial class ConformanceCases
{
    private const int Width = 23, Height = 17;

    private static RasterRenderingOptions Small => new() { Width = Width, Height = Height };

    private static IEnumerable<ConformanceCase> Estimators =>
    [
        Encoded("png", Small) with { DamagedEverywhere = true },
        Encoded("jpeg", Small with { Format = RasterImageFormat.Jpeg, Quality = 70 }),
        New("image", (context, columns) => context.Transforms.Spikes.Encode(columns,
            new RasterImageOptions { Width = Width, Height = Height }), new ImageDataViewType(Height, Width)) with
        {
            // Images cannot be saved with data.
            Files = FileKinds.None,
            CanBeCached = false,
            Predictor = (context, model, schema) => Predictors.Of<ImageRow>(context, model, schema, row =>
                RowValues.Text(row.Spikes!)),
        },
    ];

    private static ConformanceCase Encoded(string name, RasterRenderingOptions options) =>
        New(name, (context, columns) => context.Transforms.Spikes.Encode(columns, options),
            new VectorDataViewType(NumberDataViewType.Byte)) with
        {
            // Text files hold vectors of known size.
            Files = FileKinds.Binary,
            Predictor = Predictors.OfBytes,
        };

    private static ConformanceCase New(string name, Func<MLContext, InputOutputColumnPair[], IEstimator<ITransformer>> make,
        DataViewType type) => new()
        {
            Name = name,
            Make = make,
            OutputType = input => input.IsEmpty ? null : type,
            AllocatesPerRow = "An image is a new object of the library that makes it.",
            NotApplicable = ImmutableDictionary<Check, string>.Empty
            .Add(Check.FitOnlyData, "The output's size is the options', so all that fits can be transformed.")
            .Add(Check.LearnedSlots, "It learns nothing per slot, so any number of slots can be transformed.")
            .Add(Check.Fitting, "Fitting reads no data."),
        };

    private sealed class ImageRow
    {
        [ImageType(Height, Width)]
        public MLImage? Spikes { get; set; }
    }
}
