namespace SpikeML.Benchmarks.Codes;

/// <summary>What <c>codes</c> measures: [--code NAME] [--quick] [--busy] [--minutes N] [--markdown FILE].</summary>
internal sealed record CodeRunOptions
{
    /// <summary>Part of the names of the codes to measure; null: all of them.</summary>
    public string? Filter { get; init; }

    public double[] Densities { get; init; } = Density.All;

    /// <summary>The time that the whole run may take.</summary>
    public double Seconds { get; init; } = 9 * 60;

    /// <summary>Whether processor time is measured, because the machine is busy with other work.</summary>
    public bool IsBusy { get; init; }

    /// <summary>The page that receives the tables.</summary>
    public string? MarkdownPath { get; init; }

    public static CodeRunOptions Parse(ReadOnlySpan<string> arguments)
    {
        CodeRunOptions options = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--quick" => options with { Densities = Density.Few, Seconds = 3 * 60 },
                "--busy" => options with { IsBusy = true },
                "--code" when i + 1 < arguments.Length => options with { Filter = arguments[++i] },
                "--minutes" when i + 1 < arguments.Length => options with { Seconds = 60 * double.Parse(arguments[++i]) },
                "--markdown" when i + 1 < arguments.Length => options with { MarkdownPath = arguments[++i] },
                _ => throw new ArgumentException(
                    $"codes does not know '{arguments[i]}': [--code NAME] [--quick] [--busy] [--minutes N] [--markdown FILE]"),
            };
        }
        return options;
    }
}
