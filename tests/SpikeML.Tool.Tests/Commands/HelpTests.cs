using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

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
        string help = Tool.Do(folder, $"encode {name} --help");
        Assert.StartsWith(encoder.Description, Flat(help));
        Assert.True(encoder.Description.Length > 20);
        foreach (PropertyInfo property in encoder.Options)
        {
            string option = $"--{Kebab.Of(property.Name)}";
            string entry = Assert.Single(Entries(help), entry => Regex.IsMatch(entry, $"^(--row-key, )?{option}( |$)"));
            Assert.True(WordsOf().Count(entry) > 5, entry);
            if (property.GetValue(encoder.Default) is int or double)
                Assert.Contains(FormattableString.Invariant($"[default: {property.GetValue(encoder.Default)}]"), entry);
        }
    }

    [Fact]
    public void Commands_are_those_that_the_pages_name()
    {
        string[] commands = [.. Commands()];
        Assert.Superset(new HashSet<string>(["encode", "encode model", "fit", "merge", "info", "raster", "animate", "compare",
            "predict", "onnx", "nir", "nir info", "nir convert", "nir run", "download", "demo", "clean", "completion"]),
            new HashSet<string>(commands));
        Assert.All(Encoder.All, encoder => Assert.Equal(2, commands.Count(command => command.EndsWith($" {encoder.Name}",
            StringComparison.Ordinal))));
    }

    [Fact]
    public void Help_of_every_command_fits_80_columns_and_says_each_default_once()
    {
        using WorkFolder folder = new();
        foreach (string command in Commands())
        {
            string help = Tool.Do(folder, $"{command} --help");
            Assert.Equal(help, Tool.Do(folder, $"help {command}"));
            Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 80, line));
            Assert.DoesNotContain("  \n", help);
            Assert.Contains("Usage: spikeml", help);
            Assert.All(Entries(help), entry => Assert.True(Defaults().Count(entry) <= 1, entry));
        }
    }

    [Fact]
    public void Examples_of_every_command_work()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "encode burst --sample-digits 4 -o spikes.npz");
        SavedModels.WriteClassifier(folder.File("model.zip"));
        SavedModels.WriteNetwork(folder, "network.zip");
        Tool.Do(folder, "nir convert network.zip -o net.nir --reset approximate");
        folder.Write("features.csv", string.Join(',', Enumerable.Range(0, 12).Select(feature => $"f{feature}")),
            string.Join(',', Enumerable.Repeat("0.5", 12)));
        Tool.Do(folder, "encode rate features.csv --num-steps 25 -o encoded.npz");
        for (int shard = 0; shard < 4; shard++)
            Tool.Do(folder, $"encode rate --sample-digits 9 --num-steps 2 -o spikes.npz --shard {shard}/4");
        string[] examples = [.. Commands().SelectMany(command => Tool.Do(folder, $"{command} --help").Split('\n'))
            .Where(line => line.StartsWith("  spikeml ", StringComparison.Ordinal)).Select(line => line.Trim())
            // DownloadTests download from this machine, and PictureTests run the demo.
            .Where(line => !line.StartsWith("spikeml download", StringComparison.Ordinal) && !line.Contains(" demo"))];
        Assert.True(examples.Length > 30);
        foreach (string example in examples)
        {
            // The shell expands patterns; files are replaced so that examples can share a name.
            string line = example["spikeml ".Length..].Split(" >>")[0].Replace("spikes-*-of-4.npz",
                string.Join(' ', Enumerable.Range(0, 4).Select(shard => $"spikes-{shard}-of-4.npz")));
            Tool.Do(folder, line.Replace("-digits 100", "-digits 4")
                + (line.Contains(" -o ") ? " --force" : ""));
        }
    }

    [Fact]
    public void Start_page_says_what_to_type_first_and_it_works()
    {
        using WorkFolder folder = new();
        string page = Tool.Run(folder).Output;
        foreach (string command in StartPage.FirstCommands)
        {
            Assert.Contains(command, page);
            Tool.Do(folder, command["spikeml ".Length..]);
        }
        Assert.All(page.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("-V")]
    public void Version_is_a_number(string option)
    {
        using WorkFolder folder = new();
        Assert.Matches(@"^\d+\.\d+\.\d+", Tool.RunProcess(folder, option).Output);
    }

    [Theory]
    [InlineData("NumSteps", "num-steps")]
    [InlineData("Gain", "gain")]
    [InlineData("RowKeyColumnName", "row-key-column-name")]
    public void Kebab_writes_names_of_code_as_options(string name, string option) => Assert.Equal(option, Kebab.Of(name));

    /// <summary>The options and arguments of a help page, each on one line.</summary>
    private static string[] Entries(string help) =>
        [.. Regex.Split(help, @"\n(?=  \S)|\n\n").Skip(1).Select(Flat)];

    private static string Flat(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    /// <summary>Every command, as it is typed.</summary>
    private static IEnumerable<string> Commands() => Below(Application.Program.Root(), "");

    private static IEnumerable<string> Below(Command command, string name) => command.Subcommands
        .Where(each => each.Name != "help").SelectMany(each =>
            Below(each, $"{name} {each.Name}".Trim()).Prepend($"{name} {each.Name}".Trim()));

    [GeneratedRegex(@"\[default:|by default")]
    private static partial Regex Defaults();

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordsOf();
}
