using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>A model file that is cut, has a flipped bit or is of a newer version is refused, or loads as what it was.</summary>
public class DamagedModelTests
{
    private const int SampleSize = 60;

    // Where ML.NET's header keeps the version of our format, and the oldest version of a reader that can read it.
    private const int WrittenVersion = 0x48;
    private const int ReadableVersion = 0x4C;

    // Where it keeps all its versions: those of its own format, then those of ours.
    private static readonly int[] VersionBytes = [.. Enumerable.Range(0x08, 8), .. Enumerable.Range(WrittenVersion, 8)];

    [Theory]
    [Cases(Check.DamagedModels)]
    public void Damaged_model_is_refused(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        IDataView data = test.Valid(context);
        ITransformer transformer = test.Estimator(context).Fit(data);
        ModelEntry model = new(ModelFile.Save(context, transformer, data.Schema), test.ModelEntry);
        // Hundreds of damaged files load as what they were; a few rows of each tell.
        IDataView few = test.Data(context, test.InputDimensions, rowCount: 12);
        var expected = RowValues.Spikes(transformer.Transform(few));

        foreach (int length in Spread(test, model.Length))
            Assert.True(Load(context, model.Cut(length)) is null, $"{test.Name}: cut to {length} bytes");
        foreach (int position in Spread(test, model.Length).Union(VersionBytes))
        {
            // ML.NET's header has bytes that mean nothing to a reader: such a file must load as what it was.
            if (Load(context, model.Flipped(position)) is { } loaded)
                Assert.Equal(expected, RowValues.Spikes(loaded.Transform(few)));
        }
        Assert.True(Load(context, model.With(99, WrittenVersion, ReadableVersion)) is null, $"{test.Name}: of a newer version");
    }

    /// <summary>All positions, or a sample spread evenly from the first to the last.</summary>
    private static IEnumerable<int> Spread(ConformanceCase test, int length) => test.DamagedEverywhere
        ? Enumerable.Range(0, length)
        : Enumerable.Range(0, SampleSize).Select(i => i * (length - 1) / (SampleSize - 1));

    /// <summary>The model, or null where the file is refused.</summary>
    private static ITransformer? Load(MLContext context, byte[] file)
    {
        try
        {
            return ModelFile.Load(context, file);
        }
        catch (Exception error)
        {
            for (; error.InnerException is not null && error is not FormatException; error = error.InnerException)
            {
            }
            // The last of these comes from the runtime, when the name of the assembly to load is damaged.
            bool isExpected = error is FormatException or InvalidOperationException or IOException or ArgumentException;
            Assert.True(isExpected, $"{error}");
            return null;
        }
    }
}
