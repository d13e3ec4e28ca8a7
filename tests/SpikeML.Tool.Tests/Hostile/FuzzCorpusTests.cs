using SpikeML.Fuzzing;

namespace SpikeML.Tool.Tests.Hostile;

/// <summary>The corpus of the fuzzers, run once without them: seeds, and every input that has found a fault.</summary>
public class FuzzCorpusTests
{
    private static string Corpus => Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys.Order()];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Each_input_is_read_or_refused_as_documented(string target)
    {
        string[] outcomes = [.. Directory.EnumerateFiles(Path.Combine(Corpus, target)).Order().Select(path =>
            $"{Path.GetFileName(path)}: {FuzzTargets.All[target].Run(File.ReadAllBytes(path))}")];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', outcomes));
        Assert.Contains(outcomes, outcome => outcome.EndsWith(": read", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_folder_of_the_corpus_is_a_target() =>
        Assert.Equal(FuzzTargets.All.Keys.Order(), Directory.EnumerateDirectories(Corpus).Select(Path.GetFileName).Order()!);

    [Fact]
    public void An_exception_that_is_not_documented_is_thrown()
    {
        FuzzTarget target = new(_ => throw new OverflowException("Overflow."), error => error is FormatException);
        Assert.Throws<OverflowException>(() => target.Run([]));
    }

    [Fact]
    public void Memory_that_the_input_is_not_worth_is_a_fault()
    {
        FuzzTarget target = new(input => GC.KeepAlive(new byte[100 << 20]), error => error is FormatException);
        Assert.Throws<InsufficientMemoryException>(() => target.Run([]));
    }

    [Theory]
    [InlineData("spikes-csv", "last-step", "line 2: '0,2147483647,1,1' is not row,step,neuron,value")]
    [InlineData("spikes-csv", "last-row", "line 3: '9223372036854775807,1,1,1' is not row,step,neuron,value")]
    [InlineData("spikes-csv", "no-amplitude", "Row 0 of '")]
    [InlineData("spikes-csv", "twice", "occurs more than once")]
    [InlineData("spikes-arrays", "negative-dimension", "do not match each other: encode it again")]
    [InlineData("spikes-arrays", "no-neurons", "do not match each other: encode it again")]
    [InlineData("spikes-arrays", "endless-row", "ends before the last of its values")]
    [InlineData("nir", "heap-size", "damaged or cut off")]
    [InlineData("nir", "text-size", "damaged or cut off")]
    [InlineData("nir", "chunk-size", "damaged or cut off")]
    [InlineData("npy", "unit-without-type", "the type '<[us]' of its elements cannot be understood")]
    public void A_fault_that_was_found_is_refused_with_what_is_wrong(string target, string input, string message)
    {
        string outcome = FuzzTargets.All[target].Run(File.ReadAllBytes(Path.Combine(Corpus, target, input)));
        Assert.StartsWith("refused: ", outcome, StringComparison.Ordinal);
        Assert.Contains(message, outcome, StringComparison.Ordinal);
    }
}
