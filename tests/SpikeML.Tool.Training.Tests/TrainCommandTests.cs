using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;
using SpikeML.Tool.Training;

namespace SpikeML.Tool.Tests.Training;

public class TrainCommandTests
{
    [Fact]
    public void Training_on_digits_writes_a_model_that_spikeml_and_ML_NET_predict_with()
    {
        using WorkFolder folder = new();
        Outcome outcome = Train(folder, "--sample-digits 600 --epochs 4 --steps 10 --hidden 64 -o digits.zip");
        Assert.Equal(4, Regex.Count(outcome.Errors,
            @"^Epoch \d of 4: loss .* held out: loss .*, accuracy .* s", RegexOptions.Multiline));
        Assert.Contains(" s left)", outcome.Errors);
        Assert.InRange(Accuracy(outcome.Output), 0.6, 1);
        Assert.Contains("Confusion table", outcome.Output);
        Tool.Do(folder, "predict digits.zip --sample-digits 50 -o p.csv");
        string[] predicted = [.. File.ReadLines(folder.File("p.csv")).Skip(1).Select(line => line.Split(',')[2])];
        MLContext context = new();
        IDataView scored = context.Model.Load(folder.File("digits.zip"), out _).Transform(context.Data.LoadSampleDigits(50));
        Assert.Equal(scored.GetColumn<uint>("PredictedLabel").Select(key => $"{key - 1}"), predicted);
        Assert.InRange(context.MulticlassClassification.Evaluate(scored).MicroAccuracy, 0.6, 1);
    }

    [Fact]
    public void A_seed_gives_the_same_model_and_another_seed_another()
    {
        using WorkFolder folder = new();
        string[] losses = [.. new[] { "1", "1", "2" }.Select(seed => Regex.Replace(Train(folder,
            $"--sample-digits 100 --epochs 1 --steps 5 --hidden 16 --seed {seed} -o m.zip --force").Output, @"\s+", " "))];
        Assert.Equal(losses[0], losses[1]);
        Assert.NotEqual(losses[0], losses[2]);
    }

    /// <summary>The task follows from the labels, and the predictions have the labels' names.</summary>
    [Theory]
    [InlineData("no,yes", "", "multiclass", "no,yes")]
    [InlineData("no,yes", "--task binary", "binary", "false,true")]
    [InlineData("0,1", "", "binary", "false,true")]
    [InlineData("0,1", "--task multiclass", "multiclass", "0,1")]
    [InlineData("false,true", "", "binary", "false,true")]
    [InlineData("7,9", "", "multiclass", "7,9")]
    public void Classes_of_a_table_are_learned(string labels, string options, string task, string predictions)
    {
        using WorkFolder folder = new();
        WriteTable(folder, row => labels.Split(',')[row.First > row.Second ? 1 : 0]);
        Outcome outcome = Train(folder,
            $"table.csv --label kind --code latency --scale --steps 20 --epochs 12 --hidden 32 {options} -o m.zip");
        Assert.Contains($"300 rows, latency code, {task} on 'kind'", outcome.Errors);
        Assert.InRange(Accuracy(outcome.Output), 0.8, 1);
        Tool.Do(folder, "predict m.zip table.csv --label kind -o p.csv");
        string[][] cells = [.. File.ReadLines(folder.File("p.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(predictions.Split(','), cells.Select(cell => cell[2]).Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(cells.Count(cell => Array.IndexOf(labels.Split(','), cell[1])
            == Array.IndexOf(predictions.Split(','), cell[2])) / 300.0, 0.85, 1);
    }

    [Fact]
    public void Numbers_are_learned_by_regression()
    {
        using WorkFolder folder = new();
        WriteTable(folder, row => (row.First + 2 * row.Second).ToString(CultureInfo.InvariantCulture));
        Outcome outcome = Train(folder,
            "table.csv --label kind --code latency --steps 20 --epochs 40 --batch-size 16 --hidden 32 --scale -o m.zip");
        Assert.Contains("regression on 'kind'", outcome.Errors);
        Assert.InRange(double.Parse(Regex.Match(outcome.Output, @"R2 +([-\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture),
            0.7, 1);
    }

    [Fact]
    public void Labels_of_a_NumPy_file_are_learned_and_nothing_is_tested_when_nothing_is_held_out()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "encode rate --sample-digits 60 --num-steps 3 -o x.npz");
        Outcome outcome = Train(folder,
            "x.npz --array spikes --label labels --epochs 1 --steps 4 --hidden none --held-out 0 -o m.zip");
        Assert.Contains("60 rows, rate code, multiclass on 'labels'", outcome.Errors);
        Assert.Equal("", outcome.Output);
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "--sample-digits 20 -o m.zip --code rat", ExitCode.Usage, "--code 'rat': there is no such encoder. 'spikeml help" },
        { "--sample-digits 20 -o m.zip --code delta --steps 4", ExitCode.Usage, "--steps cannot be used with --code delta" },
        { "--sample-digits 20 -o m.zip --hidden 12,x", ExitCode.Usage, "--hidden expects numbers of neurons" },
        { "--sample-digits 20 -o m.zip --held-out 1", ExitCode.Usage, "--held-out expects a number of at least 0 and below 1" },
        { "--sample-digits 20 -o m.zip --task multi", ExitCode.Usage, "got 'multi'" },
        { "--sample-digits 20 -o m.zip --task regression", ExitCode.Usage,
            "--task regression needs numbers, but 'Label' is a class" },
        { "--sample-digits 20 -o m.zip --task binary", ExitCode.Usage, "--task binary needs two different labels" },
        { "--sample-digits 20 -o m.zip --patience 2 --held-out 0", ExitCode.Usage, "--patience watches held-out rows" },
        { "--sample-digits 20 -o m.zip --held-out 0.0001", ExitCode.BadInput, "--held-out 0.0001 holds out none of the 20 rows" },
        { "--sample-digits 20 -o m.zip --epoch 2", ExitCode.Usage, "Did you mean '--epochs'?" },
        { "--sample-digits 20", ExitCode.Usage, "'--output' is required" },
        { "-o m.zip", ExitCode.Usage, "No input" },
        { "bad.csv --label kind -o m.zip", ExitCode.BadInput, "'bad.csv', line 3, column 'a'" },
        { "bad.csv --features b -o m.zip", ExitCode.Usage, "Training needs labels: name their column or array with --label" },
        { "same.csv --label kind --code latency -o m.zip", ExitCode.BadInput, "All rows have the same label in 'kind'" },
        { "same.csv --label kind -o same.csv", ExitCode.Failed, "'same.csv' already exists" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_mistake_is_one_line_that_says_what_to_do(string arguments, int exitCode, string message)
    {
        using WorkFolder folder = new();
        folder.Write("bad.csv", "a,b,kind", "0.1,0.5,x", ",0.5,y");
        folder.Write("same.csv", "a,b,kind", "0.1,0.5,x", "0.2,0.5,x");
        Tool.Refuse(TrainCommand.Program, folder, arguments, exitCode, message);
    }

    [Fact]
    public void Help_fits_80_columns_and_its_examples_work()
    {
        using WorkFolder folder = new();
        string help = Tool.Run(TrainCommand.Program, folder, "--help").Output;
        Assert.Equal(help, Tool.Run(TrainCommand.Program, folder).Output);
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.Contains("Usage: spikeml-train [INPUT] -o FILE [options]", help);
        folder.WriteTable(60);
        string[] examples = [.. help.Split('\n').Where(line => line.StartsWith("  spikeml-train ", StringComparison.Ordinal))];
        Assert.Equal(2, examples.Length);
        foreach (string example in examples)
            Train(folder, example.Trim()["spikeml-train ".Length..].Replace("digits 1000", "digits 60")
                .Replace("--label", "--features x0..x11 --epochs 1 --label"));
    }

    [Theory]
    [InlineData("spikeml-train --ep", "--epochs")]
    [InlineData("spikeml-train --code lat", "latency")]
    [InlineData("spikeml-train --task mul", "multiclass")]
    [InlineData("spikeml-train completion f", "fish")]
    public void Suggest_completes_options_and_values(string line, string expected)
    {
        using WorkFolder folder = new();
        Assert.Contains(expected, Tool.Run(TrainCommand.Program, folder, $"[suggest:{line.Length}]", line).Output.Split('\n'));
    }

    [Fact]
    public void Script_of_completion_is_for_this_command()
    {
        using WorkFolder folder = new();
        string script = Tool.Run(TrainCommand.Program, folder, "completion", "bash").Output;
        Assert.Contains("complete -o bashdefault -o default -F _spikeml-train spikeml-train", script);
    }

    private static Outcome Train(WorkFolder folder, string arguments)
    {
        Outcome outcome = Tool.Run(TrainCommand.Program, folder, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(outcome.ExitCode == ExitCode.Done, $"{arguments}: {outcome.ExitCode} {outcome.Errors}");
        return outcome;
    }

    private static double Accuracy(string output) =>
        double.Parse(Regex.Match(output, @"accuracy +([\d.]+) %").Groups[1].Value, CultureInfo.InvariantCulture) / 100;

    private static void WriteTable(WorkFolder folder, Func<(double First, double Second), string> label)
    {
        Random random = new(3);
        folder.Write("table.csv", ["a,b,kind", .. Enumerable.Range(0, 300).Select(_ =>
        {
            (double First, double Second) row = (random.Next(1, 999) / 10.0, random.Next(1, 999) / 10.0);
            return string.Create(CultureInfo.InvariantCulture, $"{row.First},{row.Second},{label(row)}");
        })]);
    }
}
