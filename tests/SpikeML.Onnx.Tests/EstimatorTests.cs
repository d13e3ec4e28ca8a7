using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.ML;

namespace SpikeML.Onnx.Tests;

/// <summary>The documentation of each estimator, and docs/onnx-estimators.md, say whether it can be converted to ONNX.</summary>
public partial class EstimatorTests
{
    /// <summary>What has no default options, or none that fit the data.</summary>
    private static readonly Dictionary<string, SpikeCode> Examples = new()
    {
        ["rate-targets"] = new RateTargetEncodingOptions { NumClasses = 3 },
        ["latency-targets"] = new LatencyTargetEncodingOptions { NumClasses = 3 },
        ["join"] = new JoinOptions { OtherColumnNames = ["Features"] },
        ["reshape"] = new ReshapeOptions { ColumnDimensions = [24] },
        ["transpose"] = new TransposeOptions(),
        ["flatten"] = new FlattenOptions(),
        ["scale"] = new ScaleOptions(),
        ["readout"] = new SpikeReadoutOptions(),
        ["decode"] = new SpikeDecodingOptions { Code = new DeltaEncodingOptions() },
        ["to-events"] = new SpikeEventsOptions(),
        ["from-events"] = new DenseSpikesOptions(),
        ["crop-events"] = new CropEventsOptions { Height = 2, Width = 2 },
        ["crop-event-times"] = new CropEventTimesOptions(),
        ["resize-events"] = new ResizeEventsOptions { Height = 2, Width = 2 },
        ["scale-event-times"] = new ScaleEventTimesOptions(),
        ["filter-refractory"] = new FilterRefractoryOptions(),
        ["denoise-events"] = new DenoiseEventsOptions(),
        ["drop-events"] = new DropEventsOptions(),
        ["jitter-events"] = new JitterEventsOptions(),
        ["flip-events"] = new FlipEventsOptions(),
        ["merge-polarities"] = new MergePolaritiesOptions(),
        ["remove-hot-pixels"] = new RemoveHotPixelsOptions { Height = 2, Width = 2 },
        ["event-spikes"] = new EventSpikesOptions { Height = 2, Width = 2 },
        ["time-surfaces"] = new TimeSurfacesOptions { Height = 2, Width = 2 },
        ["voxel-grid"] = new VoxelGridOptions { Height = 2, Width = 2 },
    };

    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<string> Names => [.. SpikeCodes.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_characteristics_of_an_estimator_say_whether_it_is_converted(string name)
    {
        bool converts = Converts(SpikeCodes.All.Single(entry => entry.Name == name));
        string[] verbs = [.. Verbs(name)];
        Assert.NotEmpty(verbs);
        Assert.All(verbs, verb => Assert.Equal(converts, Characteristic(verb).StartsWith("Yes", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_says_whether_an_estimator_is_converted(string name)
    {
        bool converts = Converts(SpikeCodes.All.Single(entry => entry.Name == name));
        string root = typeof(EstimatorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot").Value!;
        string[] rows = [.. File.ReadLines(Path.Combine(root, "docs", "onnx-estimators.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        Assert.All(Verbs(name), verb =>
        {
            string row = Assert.Single(rows, line => line.Split('|')[1].Contains($"`{verb}`", StringComparison.Ordinal));
            Assert.Equal(converts, row.Split('|')[2].Trim() == "yes");
        });
    }

    [Fact]
    public void A_converted_estimator_gives_no_rows_for_no_rows() => Assert.All(Converted(), estimator =>
    {
        using OnnxSession session = new(estimator.File);
        Assert.Empty(session.Run(Rows.Of<float>(_context, [8, 3], []), "Out"));
    });

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-5e9f)]
    public void A_converted_estimator_gives_rows_their_values_beside_a_row_of_bad_ones(float bad)
    {
        float[][] rows = [.. HardValues.Features(2, 24)];
        float[] bads = [.. Enumerable.Repeat(bad, 24)];
        Assert.All(Converted(), estimator =>
        {
            using OnnxSession session = new(estimator.File);
            float[] good = session.Run(Rows.Of(_context, [8, 3], rows), "Out");
            float[] all = session.Run(Rows.Of(_context, [8, 3], [rows[0], bads, rows[1]]), "Out");
            Assert.Equal(good, (float[])[.. all[..(good.Length / 2)], .. all[^(good.Length / 2)..]]);
        });
    }

    /// <summary>All estimators that can be converted, as ONNX models.</summary>
    private IReadOnlyList<(string Name, byte[] File)> Converted()
    {
        List<(string, byte[])> converted = [.. SpikeCodes.All.Where(Converts).Select(entry => (entry.Name, Convert(entry)))];
        Assert.True(converted.Count > 20);
        return converted;
    }

    private bool Converts(SpikeCodeEntry entry)
    {
        Exception? error = Record.Exception(() => Convert(entry));
        if (error is null)
            return true;
        Assert.StartsWith("Column 'Out' (", Assert.IsType<NotSupportedException>(error).Message, StringComparison.Ordinal);
        return false;
    }

    private byte[] Convert(SpikeCodeEntry entry)
    {
        SpikeCode code = Examples.GetValueOrDefault(entry.Name) ?? entry.Default!;
        // Of zeros, four make an event.
        IDataView data = Rows.Of(_context, [8, 3], code is EventCode ? [new float[24]] : HardValues.Features(5, 24));
        ITransformer model = entry.MakeEstimator(_context, [new("Out", "Features")], code, default).Fit(data);
        return OnnxSession.Convert(_context, model, data, "Out");
    }

    private static IEnumerable<string> Verbs(string name)
    {
        Type estimator = typeof(SpikeEstimator<>).MakeGenericType(SpikeCodes.All.Single(entry => entry.Name == name).CodeType);
        MethodInfo[] methods = [.. typeof(SpikeCatalog).GetMethods(), .. typeof(EventCatalog).GetMethods()];
        return methods.Where(method => method.ReturnType == estimator
            && method.Name is not ("Encode" or "ReadOut")).Select(method => method.Name).Distinct();
    }

    /// <summary>The row of a verb's table of characteristics.</summary>
    private static string Characteristic(string verb)
    {
        string path = Path.ChangeExtension(typeof(SpikeCatalog).Assembly.Location, ".xml");
        string text = Assert.Single(XDocument.Load(path).Descendants("member")
            .Where(member => member.Attribute("name")!.Value is var name
                && (name.StartsWith($"M:Microsoft.ML.SpikeCatalog.{verb}(", StringComparison.Ordinal)
                    || name.StartsWith($"M:Microsoft.ML.EventCatalog.{verb}(", StringComparison.Ordinal)))
            .Select(member => member.Value), value => Row().IsMatch(value));
        return Row().Match(text).Groups["said"].Value;
    }

    [GeneratedRegex(@"\| Exportable to ONNX \| (?<said>[^|]+) \|")]
    private static partial Regex Row();
}
