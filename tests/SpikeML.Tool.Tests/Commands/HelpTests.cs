using System.Reflection;
using System.Text.RegularExpressions;
using SpikeML.Tool.Encoders;

namespace SpikeML.Tool.Tests.Commands;

public partial class HelpTests
{
    public static TheoryData<string> Encoders => [.. Encoder.All.Select(encoder => encoder.Name)];

    [Fact]
    public void Encoders_are_the_verbs_that_encode_rows()
    {
        string[] names = [.. Encoder.All.Select(encoder => encoder.Name)];
        Assert.Superset(new HashSet<string>(["rate", "latency", "delta", "phase", "step-forward", "receptive-fields"]),
            new HashSet<string>(names));
        Assert.DoesNotContain("spike-times", names);
        Assert.DoesNotContain(names, name => name.EndsWith("targets", StringComparison.Ordinal)
            || name.EndsWith("stream", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Help_lists_every_option_of_the_encoder_with_its_documentation_and_default(string name)
    {
        using WorkFolder folder = new();
        Encoder encoder = Encoder.All.Single(each => each.Name == name);
        string[] lines = Tool.Do(folder, $"encode {name} --help").Split('\n');
        Assert.Equal(encoder.Description, lines[1].Trim());
        Assert.True(encoder.Description.Length > 20);
        foreach (PropertyInfo property in encoder.Options)
        {
            string option = $"--{Kebab.Of(property.Name)}";
            string line = Assert.Single(lines, line => Regex.IsMatch(line, $@"^  (--row-key, )?{option} "));
            Assert.True(WordsOf().Count(line[line.IndexOf(option, StringComparison.Ordinal)..]) > 5, line);
            if (property.GetValue(encoder.Default) is int or double)
                Assert.Contains(FormattableString.Invariant($"[default: {property.GetValue(encoder.Default)}]"), line);
        }
    }

    [Theory]
    [InlineData("NumSteps", "num-steps")]
    [InlineData("Gain", "gain")]
    [InlineData("RowKeyColumnName", "row-key-column-name")]
    public void Kebab_writes_names_of_code_as_options(string name, string option) => Assert.Equal(option, Kebab.Of(name));

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordsOf();
}
