using System.Text.RegularExpressions;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Running;

/// <summary>What the library warns about appears on standard error, once, in the words of the command line.</summary>
public class WarningTests
{
    private const string Bytes = "spikeml: warning: Column 'Features': 50 % of the values in the first row are outside "
        + "[0, 1] (they range from 0 to 255), so such neurons fire at every step or never (rate coding). If they are bytes or "
        + "pixels from 0 to 255, give --gain 0.00392157; otherwise scale the column first with --scale.";

    [Theory]
    [InlineData("", true)]
    [InlineData("--threads 2", true)]
    [InlineData("--gain 0.00392157", false)]
    [InlineData("--scale", false)]
    public void Encode_warns_of_values_outside_once_and_its_remedies_work(string options, bool isWarned)
    {
        using WorkFolder folder = WithBytes();
        Outcome outcome = Run(folder, $"encode rate bytes.csv -o a.npz --num-steps 5 {options}");
        Assert.Equal(isWarned ? [Bytes] : [], Warnings(outcome));
        Assert.Empty(outcome.Output);
        Assert.Contains("a.npz", folder.Files());
    }

    [Fact]
    public void Encode_warns_once_of_many_rows_in_many_pieces()
    {
        using WorkFolder folder = new();
        folder.Write("bytes.csv", ["a,b", .. Enumerable.Repeat("0,200", 3000)]);
        string warning = Assert.Single(Warnings(Run(folder, "encode rate bytes.csv -o a.npz --num-steps 5 --threads 3")));
        Assert.Contains("50 % of the values in the first row are outside", warning);
    }

    [Fact]
    public void Encode_warns_of_its_own_shard()
    {
        using WorkFolder folder = WithBytes();
        Outcome outcome = Run(folder, "encode rate bytes.csv -o a.npz --num-steps 5 --shard 1/2");
        Assert.Contains("in the first row", Assert.Single(Warnings(outcome)));
    }

    [Fact]
    public void Encode_with_a_model_names_the_command_that_has_the_options()
    {
        using WorkFolder folder = WithBytes();
        Tool.Do(folder, "fit rate bytes.csv -o model.zip --num-steps 5");
        Outcome outcome = Run(folder, "encode model model.zip bytes.csv -o a.npz");
        Assert.Equal([$"{Bytes} These are options of 'spikeml fit'."], Warnings(outcome));
    }

    [Fact]
    public void A_warning_comes_before_the_error_that_ends_the_command()
    {
        using WorkFolder folder = new();
        folder.Write("bytes.csv", ["a,b", .. Enumerable.Repeat("0,200", 1500), "0,"]);
        Outcome outcome = Tool.Run(folder, "encode rate bytes.csv -o a.npz --num-steps 5".Split(' '));
        Assert.Equal(ExitCode.BadInput, outcome.ExitCode);
        string[] lines = Lines(outcome);
        Assert.StartsWith("spikeml: warning: Column 'Features': 50 %", lines[^2]);
        Assert.StartsWith("spikeml: 'bytes.csv', line 1502, column 'b': ", lines[^1]);
    }

    [Fact]
    public void Fit_warns_where_no_option_fits_the_series()
    {
        using WorkFolder folder = new();
        folder.Write("series.csv", "a,b,c,d", "1000,1001,1000,1001", "1001,1000,1001,1000");
        string warning = Assert.Single(Warnings(Run(folder, "fit bsa series.csv -o a.zip")));
        Assert.Contains("of all options that Fit tried for bsa coding", warning);
        Assert.EndsWith("Scale the column first with --scale, or try another encoder.", warning);
    }

    public static TheoryData<string> Encoders => [.. Encoder.All.Select(encoder => encoder.Name)];

    [Theory]
    [MemberData(nameof(Encoders))]
    public void Warnings_of_every_encoder_name_no_member_of_the_library(string encoder)
    {
        HashSet<string> members = [.. Encoder.All.SelectMany(each => each.Options).Select(option => option.Name)];
        foreach (string value in new[] { "0", "0.5", "1", "300" })
        {
            using WorkFolder folder = new();
            folder.Write("table.csv", "a,b,c,d", string.Join(',', Enumerable.Repeat(value, 4)));
            foreach (string warning in Warnings(Tool.Run(folder, "encode", encoder, "table.csv", "-o", "a.npz")))
            {
                Assert.DoesNotContain("mlContext", warning);
                Assert.DoesNotContain(Regex.Matches(warning, "[A-Za-z]+").Select(word => word.Value), members.Contains);
            }
        }
    }

    [Theory]
    [InlineData("lower Threshold, or raise Gain.", "lower --threshold, or raise --gain.")]
    [InlineData("Column 'Gain': set NumSteps (or Gain).", "Column 'Gain': set --num-steps (or --gain).")]
    [InlineData("Threshold values. Gain is large.", "Threshold values. Gain is large.")]
    [InlineData("There is no file /data/Gain/x.", "There is no file /data/Gain/x.")]
    public void Of_names_options_as_they_are_typed_and_leaves_other_words(string message, string shown) =>
        Assert.Equal(shown, ShellWords.Of(message));

    private static WorkFolder WithBytes()
    {
        WorkFolder folder = new();
        folder.Write("bytes.csv", "a,b", "0,255", "0,255", "0,100", "0,2");
        return folder;
    }

    private static Outcome Run(WorkFolder folder, string arguments)
    {
        Outcome outcome = Tool.Run(folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Errors);
        return outcome;
    }

    private static string[] Lines(Outcome outcome) => outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string[] Warnings(Outcome outcome) =>
        [.. Lines(outcome).Where(line => line.Contains("warning", StringComparison.Ordinal))];
}
