using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

/// <summary>animate, compare and demo.</summary>
public class PictureTests
{
    [Theory]
    [InlineData("a.gif", "GIF8")]
    [InlineData("größe.png", "PNG")]
    [InlineData("a.html", "<!")]
    public void Animate_writes_the_format_of_the_extension_and_replaces_nothing(string output, string mark)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "encode rate --sample-digits 2 --num-steps 4 -o spikes.npz");
        Tool.Do(folder, $"animate spikes.npz --row 1 -o {output} --cell-size 2");
        byte[] written = folder.Bytes(output);
        Assert.Contains(mark, System.Text.Encoding.Latin1.GetString(written[..8]));
        Outcome again = Tool.Run(folder, "animate", "spikes.npz", "-o", output);
        Assert.Equal(ExitCode.Failed, again.ExitCode);
        Assert.Contains($"'{output}' already exists", again.Errors);
        Assert.Equal(written, folder.Bytes(output));
    }

    [Theory]
    [InlineData("animate spikes.npz -o frames", "animations end in .gif")]
    [InlineData("animate spikes.npz -o a.gif --frame-ms 5", "--frame-ms expects an integer from 20")]
    [InlineData("animate spikes.npz -o a.gif --row 2", "--row 2: 'spikes.npz' has 2 rows, 0 to 1.")]
    [InlineData("compare --sample-digits 2 --row 2", "--row 2: the input has 2 rows, 0 to 1.")]
    [InlineData("compare --sample-digits 2 --num-steps 8", "--num-steps 8: it must be at least 34 for the longest burst to fit.")]
    [InlineData("compare --sample-digits 2 -o a.gif", "pictures end in .png, .svg or .pdf")]
    [InlineData("compare empty.csv", "The input has no rows to compare.")]
    [InlineData("compare bad.csv", "'bad.csv', line 2, column 'b': 'x' is not a number")]
    [InlineData("demo -o spikes.npz", "'spikes.npz' is a file")]
    [InlineData("demo -o .", "The folder '.' already holds files")]
    public void Command_says_what_is_wrong(string arguments, string message)
    {
        using WorkFolder folder = new();
        folder.Write("empty.csv", "a,b");
        folder.Write("bad.csv", "a,b", "0.1,x");
        Tool.Do(folder, "encode rate --sample-digits 2 --num-steps 4 -o spikes.npz");
        Outcome outcome = Tool.Run(folder, arguments.Split(' '));
        Assert.NotEqual(ExitCode.Done, outcome.ExitCode);
        Assert.True(outcome.Errors.Contains(message, StringComparison.Ordinal), outcome.Errors);
    }

    [Fact]
    public void Compare_measures_how_well_each_code_restores_the_values()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b,c", "0.5,0.25,1", "0.75,0,0.5");
        string[] lines = Tool.Do(folder, "compare table.csv --num-steps 40 -o codes.svg").Split('\n',
            StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2 + 6, lines.Length);
        // Eight phases represent multiples of 1/256 exactly, and 1 as 255/256.
        string[] phase = lines.Single(line => line.StartsWith("| phase ", StringComparison.Ordinal)).Split('|');
        Assert.True(double.Parse(phase[3], System.Globalization.CultureInfo.InvariantCulture) < 0.003, phase[3]);
        Assert.Contains("<svg", System.Text.Encoding.UTF8.GetString(folder.Bytes("codes.svg")));
    }

    [Fact]
    public void Compare_of_series_has_a_line_for_each_code_of_series()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b,c,d", "0,1,2,3", "3,2,1,0");
        string table = Tool.Do(folder, "compare table.csv --series");
        Assert.All(["delta", "step-forward", "bsa", "residue"], code => Assert.Contains($"| {code} |", table));
    }

    [Fact]
    public void Demo_writes_a_page_whose_pictures_exist()
    {
        using WorkFolder folder = new();
        Outcome outcome = Tool.Run(folder, "demo", "--output", "demo");
        Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Errors);
        Assert.Contains($"Open {Path.Combine("demo", "index.html")}", outcome.Errors);
        string page = File.ReadAllText(folder.File("demo/index.html"));
        string[] pictures = [.. System.Text.RegularExpressions.Regex.Matches(page, "src=\"([^\"]+)\"").Select(match =>
            match.Groups[1].Value)];
        Assert.True(pictures.Length > 10);
        Assert.All(pictures, picture => Assert.True(File.Exists(folder.File($"demo/{picture}")), picture));
        Assert.DoesNotContain("--mnist", page);
    }
}
