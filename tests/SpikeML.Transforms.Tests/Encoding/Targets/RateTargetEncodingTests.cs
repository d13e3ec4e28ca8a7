using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tests.Engine;

namespace SpikeML.Tests.Encoding.Targets;

public class RateTargetEncodingTests
{
    private readonly MLContext _context = new(seed: 1);

    public static TheoryData<RateTargetEncodingOptions, float[]> Published => new()
    {
        // From snnTorch's documentation of targets_rate and rate_interpolate.
        { new() { NumSteps = 5, FirstSpikeTime = 2 }, [0, 0, 1, 1, 1] },
        { new() { NumSteps = 5, FirstSpikeTime = 2, OnTarget = 1.2, OffTarget = 0.5 }, [0.5f, 0.5f, 1.2f, 1.2f, 1.2f] },
        { new() { NumSteps = 5, CorrectRate = 0.25, OnTarget = 1.25, OffTarget = 0.5, Interpolate = true },
            [1.25f, 0.5f, 0.75f, 1, 1.25f] },
        { new() { NumSteps = 5, CorrectRate = 0.3 }, [1, 0, 0, 1, 0] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Encode_gives_the_examples_of_snnTorchs_documentation(RateTargetEncodingOptions options, float[] expected)
    {
        float[] targets = Encode([4], 5, options);
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(step => targets[step * 5 + 4]));
    }

    [Fact]
    public void Encode_draws_poisson_and_uniform_patterns_at_their_rates()
    {
        foreach (FiringPattern pattern in new[] { FiringPattern.Poisson, FiringPattern.Uniform })
        {
            RateTargetEncodingOptions options = new()
            {
                NumSteps = 40_000,
                FirstSpikeTime = 10_000,
                CorrectRate = 0.25,
                FiringPattern = pattern,
                Seed = 5
            };
            float[] targets = Encode([1], 2, options);
            // Of 7,500 times drawn from 30,000, those drawn twice count once: 30,000 (1 - exp(-1/4)).
            double expected = pattern == FiringPattern.Poisson ? 7500 : 30_000 * (1 - Math.Exp(-0.25));
            Assert.InRange(targets.Sum(), expected - 5 * 75, expected + 5 * 75);
            Assert.Equal(0, targets.Take(2 * 10_000).Sum());
            Assert.Equal(targets, Encode([1], 2, options));
            Assert.NotEqual(targets, Encode([1], 2, options with { Seed = 6 }));
        }
    }

    [Fact]
    public void Encode_draws_each_class_a_pattern_of_its_own()
    {
        float[] targets = Encode([0], 3, new()
        {
            NumSteps = 64,
            CorrectRate = 0.5,
            IncorrectRate = 0.5,
            FiringPattern = FiringPattern.Poisson,
            Seed = 1
        });
        var of = (int neuron) => Enumerable.Range(0, 64).Select(step => targets[step * 3 + neuron]);
        Assert.NotEqual(of(1), of(2));
    }

    [Fact]
    public void Encode_places_each_label_among_its_own_classes() =>
        Assert.Equal([0, 1, 0, 1, 0, 0, 0, 0, 1], Encode([1, 0, 2], 3, new() { NumSteps = 1 }));

    [Theory]
    [InlineData(3, "Labels must be whole numbers from 0 to 2")]
    [InlineData(0.5f, "Labels must be whole numbers")]
    [InlineData(-1, "Labels must be whole numbers")]
    [InlineData(float.NaN, "The label is missing")]
    public void Encode_refuses_what_is_no_class(float label, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidFeatureException>(() => Encode([label], 3, new())).Reason,
            StringComparison.Ordinal);

    [Fact]
    public void EncodeRateTargets_takes_the_classes_of_a_key()
    {
        IDataView digits = _context.Data.LoadSampleDigits(20);
        IDataView targets = _context.Transforms.Spikes.EncodeRateTargets("Targets", "Label", new() { NumSteps = 2 }).Fit(digits)
            .Transform(digits);
        Assert.Equal([2, 10], OneColumn.Dimensions(targets, "Targets"));
        uint[] labels = [.. digits.GetColumn<uint>("Label")];
        Assert.Equal(labels.Select(label => (int)label - 1),
            OneColumn.Read(targets, "Targets").Select(row => Array.IndexOf(row, 1)));
    }

    [Fact]
    public void EncodeRateTargets_learns_the_classes_of_numbers()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new { Label = 2 }, new { Label = 4 } });
        SpikeTransformer<RateTargetEncodingOptions> model =
            _context.Transforms.Spikes.EncodeRateTargets("Targets", "Label", new() { NumSteps = 2 }).Fit(data);
        Assert.Equal(5, model.Codes.Single().NumClasses);
    }

    [Fact]
    public void EncodeRateTargets_takes_numbers_of_every_type()
    {
        float[] expected = Encode([2], 4, new() { NumSteps = 2 });
        float[][] read =
        [
            Targets<byte>(2), Targets<sbyte>(2), Targets<short>(2), Targets<ushort>(2), Targets<int>(2), Targets<uint>(2),
            Targets<long>(2), Targets<ulong>(2), Targets<float>(2), Targets<double>(2),
        ];
        Assert.All(read, targets => Assert.Equal(expected, targets));
        // Rounding to single precision makes no class of what is none.
        Assert.Throws<InvalidFeatureException>(() => Targets(2.0000000001));
        Assert.Throws<InvalidFeatureException>(() => Targets<long>(-1));
        Assert.Throws<InvalidFeatureException>(() => Targets(double.NaN));
    }

    /// <summary>Targets of a class are kept for its next row, those of another class or a wrong label are not.</summary>
    [Fact]
    public void EncodeRateTargets_and_EncodeLatencyTargets_give_each_row_of_a_class_the_same_targets()
    {
        float[] labels = [2, 0, 2, 1, 0, 0, 2];
        IDataView data = _context.Data.LoadFromEnumerable(labels.Select(label => new LabelRow<float> { Label = label }));
        RateTargetEncodingOptions rate = new() { NumSteps = 9, NumClasses = 3, CorrectRate = 0.6, IncorrectRate = 0.2 };
        LatencyTargetEncodingOptions latency = new()
        {
            NumClasses = 3,
            Latency = new() { NumSteps = 9, Tau = 4, Normalize = true, Interpolate = true },
        };
        float[][] rates = OneColumn.Read(_context.Transforms.Spikes.EncodeRateTargets("T", "Label", rate).Fit(data)
            .Transform(data), "T");
        Assert.Equal(labels.Select(label => Encode([label], 3, rate)), rates);
        SpikeTransformer<LatencyTargetEncodingOptions> model =
            _context.Transforms.Spikes.EncodeLatencyTargets("T", "Label", latency).Fit(data);
        float[] targets = new float[9 * 3];
        foreach ((float label, float[] row) in labels.Zip(OneColumn.Read(model.Transform(data), "T")))
        {
            LatencyTargetEncoding.Encode([label], targets, 3, model.Codes[0]);
            Assert.Equal(targets, row);
        }
        IDataView wrong = _context.Data.LoadFromEnumerable(
            new float[] { 2, 3 }.Select(label => new LabelRow<float> { Label = label }));
        Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(model.Transform(wrong), "T"));
    }

    [Fact]
    public void EncodeRateTargets_names_the_column_of_a_missing_key()
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new { Label = "a" } });
        ITransformer keys = _context.Transforms.Conversion.MapValueToKey("Label").Fit(data);
        ITransformer model = _context.Transforms.Spikes.EncodeRateTargets("Targets", "Label", new() { NumSteps = 2 })
            .Fit(keys.Transform(data));
        IDataView other = keys.Transform(_context.Data.LoadFromEnumerable(new[] { new { Label = "b" } }));
        var error = Assert.Throws<InvalidFeatureException>(() => OneColumn.Read(model.Transform(other), "Targets"));
        Assert.Equal("Label", error.ColumnName);
        Assert.StartsWith("The label is missing", error.Reason, StringComparison.Ordinal);
    }

    private float[] Targets<T>(T label)
    {
        IDataView data = _context.Data.LoadFromEnumerable(new[] { new LabelRow<T> { Label = label } });
        return OneColumn.Read(_context.Transforms.Spikes.EncodeRateTargets("Targets", "Label",
            new() { NumSteps = 2, NumClasses = 4 }).Fit(data).Transform(data), "Targets")[0];
    }

    private sealed class LabelRow<T>
    {
        public T Label { get; set; } = default!;
    }

    private static float[] Encode(float[] labels, int numClasses, RateTargetEncodingOptions options)
    {
        float[] targets = new float[labels.Length * numClasses * options.NumSteps];
        Array.Fill(targets, float.NaN);
        RateTargetEncoding.Encode(labels, targets, numClasses, options);
        return targets;
    }
}
