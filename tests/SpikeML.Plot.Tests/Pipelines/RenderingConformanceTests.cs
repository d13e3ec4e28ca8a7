using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;
using SpikeML.Tests.Conformance;

namespace SpikeML.Plot.Tests.Pipelines;

/// <summary>The transforms that draw spikes, one line each, through the twenty checks of every estimator.</summary>
public class RenderingConformanceTests
{
    private const int Width = 23, Height = 17;

    private static readonly RasterImageOptions Small = new() { Width = Width, Height = Height };

    private static readonly ConformanceCase[] Cases =
    [
        Encoded("png", Small),
        Encoded("jpeg", Small with { Format = RasterImageFormat.Jpeg, Quality = 70 }),
        New("image", (context, columns) => context.Transforms.Spikes.RenderRasterImage(columns, Small), new ImageDataViewType(Height, Width)) with
        {
            // Images cannot be saved with data.
            Files = FileKinds.None,
            CanBeCached = false,
            Predictor = (context, model, schema) => Predictors.Of<ImageRow>(context, model, schema, row => RowValues.Text(row.Spikes!)),
        },
    ];

    public static TheoryData<string, int, string> Checks
    {
        get
        {
            TheoryData<string, int, string> rows = [];
            foreach (ConformanceCase test in Cases)
            {
                foreach ((int number, (string name, _)) in EstimatorConformance.Checks)
                {
                    if (!test.NotApplicable.ContainsKey(number))
                        rows.Add(test.Name, number, name);
                }
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Estimator_passes(string estimator, int number, string check)
    {
        Assert.NotEmpty(check);
        EstimatorConformance.Checks[number].Check(Cases.Single(test => test.Name == estimator));
    }

    private static ConformanceCase Encoded(string name, RasterImageOptions options) =>
        New(name, (context, columns) => context.Transforms.Spikes.RenderRaster(columns, options), new VectorDataViewType(NumberDataViewType.Byte)) with
        {
            // Text files hold vectors of known size.
            Files = FileKinds.Binary,
            Predictor = Predictors.OfBytes,
        };

    private static ConformanceCase New(string name, Func<MLContext, InputOutputColumnPair[], IEstimator<ITransformer>> make, DataViewType type) => new()
    {
        Name = name,
        Make = make,
        OutputType = input => input.IsEmpty ? null : type,
        AllocatesPerRow = "An image is a new object of the library that makes it.",
        NotApplicable = ImmutableDictionary<int, string>.Empty
            .Add(3, "The output's size is the options', so all that fits can be transformed.")
            .Add(18, "It learns nothing per slot, so any number of slots can be transformed.")
            .Add(19, "Fitting reads no data."),
    };

    private sealed class ImageRow
    {
        [ImageType(Height, Width)]
        public MLImage? Spikes { get; set; }
    }
}
