using Microsoft.ML;

namespace SpikeML.Docs.Tests;

/// <summary>Every code is documented.</summary>
public class CodeTests
{
    public static TheoryData<string> Verbs =>
    [
        .. SpikeCodes.Encoders.Select(entry => typeof(SpikeEstimator<>).MakeGenericType(entry.CodeType))
            .Select(estimator => typeof(SpikeCatalog).GetMethods().First(method =>
                method.ReturnType == estimator && method.Name != "Encode").Name),
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_code_has_a_row_in_the_docs(string verb)
    {
        string[] lines = [.. File.ReadLines(Path.Combine(Build.RepositoryRoot, "docs", "encoders.md")),
            .. File.ReadLines(Path.Combine(Build.RepositoryRoot, "README.md"))];
        Assert.Contains(lines, line => line.StartsWith($"| `{verb}` |", StringComparison.Ordinal)
            || line.StartsWith($"- **`{verb}`**", StringComparison.Ordinal));
    }
}
