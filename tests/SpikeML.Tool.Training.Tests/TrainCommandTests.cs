using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Encoders;
using SpikeML.Tool.Running;
using SpikeML.Tool.Training;
using SpikeML.Torch;

namespace SpikeML.Tool.Tests.Training;

public class TrainCommandTests
{
    [Fact]
    public void Training_on_digits_writes_a_model_that_spikeml_and_ML_NET_predict_with()
    {
        using WorkFolder folder = new();
        Outcome outcome = Train(folder, "rate --sample-digits 600 --epochs 4 --num-steps 10 --layers 64 -o digits.zip");
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

    [Theory]
    [InlineData("rate")]
    [InlineData("latency")]
    public void A_seed_gives_the_same_model_and_another_seed_another(string encoder)
    {
        using WorkFolder folder = new();
        string[] losses = [.. new[] { "1", "1", "2" }.Select(seed => Regex.Replace(Train(folder,
            $"{encoder} --sample-digits 100 --epochs 1 --num-steps 5 --layers 16 --seed {seed} -o m.zip --force").Output,
            @"\s+", " "))];
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
            $"latency table.csv --label kind --scale --num-steps 20 --epochs 12 --layers 32 {options} -o m.zip");
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
            "latency table.csv --label kind --num-steps 20 --epochs 40 --batch-size 16 --layers 32 --scale -o m.zip");
        Assert.Contains("regression on 'kind'", outcome.Errors);
        Assert.InRange(Determination(outcome.Output), 0.7, 1);
    }

    /// <summary>A number at each step is learned from arrays, and predicted as one.</summary>
    [Theory]
    [InlineData("inputs.npy --labels-file curves.npy")]
    [InlineData("all.npz --array inputs --label curves")]
    [InlineData("all.npz --array inputs --label doubles")]
    public void Numbers_at_each_step_are_learned_by_regression_over_time(string input)
    {
        using WorkFolder folder = new();
        WriteCurves(folder);
        Outcome outcome = Train(folder,
            $"receptive-fields {input} --num-steps 30 --epochs 20 --batch-size 8 --layers 64 -o curves.zip");
        Assert.Contains("regression over time on", outcome.Errors);
        Assert.InRange(Determination(outcome.Output), 0.5, 1);
        Tool.Do(folder, $"predict curves.zip {input} -o p.csv");
        string[][] cells = [.. File.ReadLines(folder.File("p.csv")).Select(line => line.Split(','))];
        Assert.Equal(201, cells.Length);
        // The row, 30 labels and 30 scores, whose last ones are close to each other.
        Assert.All(cells, line => Assert.Equal(61, line.Length));
        Assert.InRange(cells.Skip(1).Average(line => Math.Abs(double.Parse(line[30], CultureInfo.InvariantCulture)
            - double.Parse(line[60], CultureInfo.InvariantCulture))), 0, 0.15);
    }

    [Theory]
    [InlineData("--num-steps 25", ExitCode.BadInput, "'Label' has numbers for 30 steps, but the spikes have 25")]
    [InlineData("--num-steps 30 --task multiclass", ExitCode.Usage, "which --task regression alone learns")]
    [InlineData("--num-steps 30 --class-weights balanced", ExitCode.Usage,
        "--class-weights cannot be used with --task regression")]
    public void Numbers_at_each_step_that_do_not_fit_are_refused(string options, int exitCode, string message)
    {
        using WorkFolder folder = new();
        WriteCurves(folder);
        Tool.Refuse(TrainCommand.Program, folder,
            $"receptive-fields inputs.npy --labels-file curves.npy {options} -o m.zip", exitCode, message);
    }

    [Fact]
    public void Labels_of_a_NumPy_file_are_learned_and_nothing_is_tested_when_nothing_is_held_out()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "encode rate --sample-digits 60 --num-steps 3 -o x.npz");
        Outcome outcome = Train(folder,
            "rate x.npz --array spikes --label labels --epochs 1 --num-steps 4 --layers none --held-out 0 -o m.zip");
        Assert.Contains("60 rows, rate code, multiclass on 'labels'", outcome.Errors);
        Assert.Equal("", outcome.Output);
    }

    [Fact]
    public void Convolutions_learn_images_and_images_in_a_table_that_shape_describes()
    {
        using WorkFolder folder = new();
        string options = "--epochs 5 --num-steps 8 --layers conv:8:3:2,maxpool:2,dropout:0.1,dense:32 -o m.zip --force";
        Assert.InRange(Accuracy(Train(folder, $"rate --sample-digits 400 {options}").Output), 0.5, 1);
        IDataView digits = new MLContext().Data.LoadSampleDigits(400);
        folder.Write("digits.csv", [string.Join(',', Enumerable.Range(0, 784).Select(i => $"p{i}").Prepend("Label")),
            .. digits.GetColumn<float[]>("Features").Zip(digits.GetColumn<uint>("Label"), (pixels, key) => string.Join(',',
                pixels.Select(pixel => pixel.ToString(CultureInfo.InvariantCulture)).Prepend($"{key - 1}")))]);
        Assert.InRange(Accuracy(Train(folder, $"rate digits.csv --shape 28,28 {options}").Output), 0.5, 1);
        // The model knows the shape.
        Tool.Do(folder, "predict m.zip digits.csv -o p.csv");
        string[][] cells = [.. File.ReadLines(folder.File("p.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.InRange(cells.Count(cell => cell[1] == cell[2]) / 400.0, 0.5, 1);
    }

    /// <summary>Rows of one kind in twenty: without weights hardly any is found.</summary>
    [Theory]
    [InlineData("balanced", "")]
    [InlineData("rare=19", "")]
    [InlineData("balanced", "--task binary")]
    public void Class_weights_make_a_network_find_a_rare_class(string weights, string task)
    {
        using WorkFolder folder = new();
        Random random = new(5);
        folder.Write("table.csv", ["a,b,kind", .. Enumerable.Range(0, 600).Select(row =>
        {
            bool isRare = row % 20 == 0;
            double shift = isRare ? 0.25 : 0;
            return string.Create(CultureInfo.InvariantCulture, $"{shift + random.NextDouble() * 0.75},")
                + string.Create(CultureInfo.InvariantCulture, $"{shift + random.NextDouble() * 0.75},")
                + (isRare ? "rare" : "common");
        })]);
        int without = Found(""), with = Found($"--class-weights {weights}");
        Assert.True(with >= without + 10, $"{without}, then {with} of 30");

        int Found(string option)
        {
            Train(folder, $"latency table.csv --label kind {task} {option} --epochs 15 --layers 32 -o m.zip --force");
            Tool.Do(folder, "predict m.zip table.csv --label kind -o p.csv --force");
            string rare = task.Length > 0 ? "true" : "rare";
            return File.ReadLines(folder.File("p.csv")).Count(line => line.Split(',') is [_, "rare", string answer, ..]
                && answer == rare);
        }
    }

    /// <summary>The labels of the test rows do not change the weights.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("--validation 0.2", 1)]
    public void Balanced_weights_ignore_the_rows_that_are_held_out(string validation, int seedOffset)
    {
        using WorkFolder folder = new();
        HeldOut tested = new(Seed: 7 + seedOffset, Fraction: 0.3);
        string[] losses = [.. new[] { "common", "rare" }.Select(label =>
        {
            Random random = new(5);
            folder.Write("table.csv", ["a,b,kind", .. Enumerable.Range(0, 200).Select(row =>
            {
                string own = tested.Takes(new((ulong)row, 0)) ? label : row % 5 == 0 ? "rare" : "common";
                return string.Create(CultureInfo.InvariantCulture, $"{random.NextDouble()},{random.NextDouble()},{own}");
            })]);
            Outcome outcome = Train(folder, "latency table.csv --label kind --class-weights balanced --seed 7 --held-out 0.3 "
                + $"{validation} --epochs 2 --layers 8 --threads 1 -o m.zip --force");
            return string.Join(' ', Regex.Matches(outcome.Errors, @"^Epoch \d of 2: loss [\d.]+", RegexOptions.Multiline));
        })];
        Assert.Equal(2, Regex.Count(losses[0], "loss"));
        Assert.Equal(losses[0], losses[1]);
    }

    /// <summary>Rows that decide when to stop are neither trained nor tested on.</summary>
    [Fact]
    public void Patience_stops_by_validation_rows_and_tests_on_others()
    {
        using WorkFolder folder = new();
        WriteTable(folder, row => row.First > row.Second ? "yes" : "no");
        Outcome outcome = Train(folder,
            "latency table.csv --label kind --scale --epochs 60 --patience 2 --learning-rate 0.05 --layers 32 -o m.zip");
        Assert.InRange(Regex.Count(outcome.Errors, "^Epoch ", RegexOptions.Multiline), 3, 59);
        Assert.InRange(Accuracy(outcome.Output), 0.8, 1);
        int tested = Regex.Matches(outcome.Output, @"^ +(?:no|yes) \|\|(.*)\|", RegexOptions.Multiline)
            .Sum(line => Regex.Matches(line.Groups[1].Value, @"\d+(?= )").Sum(count => int.Parse(count.Value)));
        Assert.InRange(tested, 40, 80);
    }

    /// <summary>Among values that spike seldom, one that spikes often: its row is stored in another way.</summary>
    [Fact]
    public void Rows_with_many_spikes_among_rows_with_few_are_learned()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", ["a,kind", .. Enumerable.Range(0, 200).Select(row => row % 8 == 0 ? "0.95,high" : "0.05,low")]);
        Outcome outcome = Train(folder, "rate table.csv --label kind --epochs 5 --batch-size 16 --layers 32 -o m.zip");
        Assert.InRange(Accuracy(outcome.Output), 0.9, 1);
    }

    [Fact]
    public async Task A_killed_training_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGKILL on Windows.");
        using WorkFolder folder = new();
        using System.Diagnostics.Process process = Tool.Start(folder, "dotnet", ["exec",
            typeof(TrainCommand).Assembly.Location, .. "rate --sample-digits 500 --epochs 1000 --layers 16 -o m.zip".Split(' ')]);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is string line
            && !line.StartsWith("Epoch ", StringComparison.Ordinal))
        {
        }
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(folder.Files());
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "rat --sample-digits 20 -o m.zip", ExitCode.Usage, "'rat' is not a known command or option. Did you mean 'rate'?" },
        { "bad.csv --label kind -o m.zip", ExitCode.Usage, "Name an encoder first, as in 'spikeml-train rate bad.csv'." },
        { "--sample-digits 20 -o m.zip", ExitCode.Usage, "Name an encoder first, as in 'spikeml-train rate --sample-digits'." },
        { "delta --sample-digits 20 -o m.zip --num-steps 4", ExitCode.Usage, "Unknown option '--num-steps'." },
        { "rate --sample-digits 20 -o m.zip --gain x", ExitCode.Usage, "--gain expects a number, got 'x'" },
        { "rate --sample-digits 20 -o m.zip --num-steps 0", ExitCode.Usage, "--num-steps 0: it must be at least 1." },
        { "rate --sample-digits 20 -o m.zip --held-out 1", ExitCode.Usage,
            "--held-out expects a number of at least 0 and below 1" },
        { "rate --sample-digits 20 -o m.zip --task multi", ExitCode.Usage, "got 'multi'" },
        { "rate --sample-digits 20 -o m.zip --task regression", ExitCode.Usage,
            "--task regression needs numbers, but 'Label' is a class" },
        { "rate --sample-digits 20 -o m.zip --task binary", ExitCode.Usage, "--task binary needs two different labels" },
        { "rate --sample-digits 20 -o m.zip --patience 2 --validation 0", ExitCode.Usage,
            "--patience decides on validation rows: give a --validation above 0." },
        { "rate --sample-digits 20 -o m.zip --held-out 0.0001", ExitCode.BadInput,
            "--held-out 0.0001 holds out none of the 20 rows" },
        { "rate --sample-digits 20 -o m.zip --validation 0.0001", ExitCode.BadInput,
            "--validation 0.0001 holds out none of the" },
        { "rate --sample-digits 20 -o m.zip --validation 0.2 --held-out 0.0001", ExitCode.BadInput,
            "--held-out 0.0001 holds out none of the rows, so there is nothing to test on" },
        { "rate --sample-digits 20 -o m.zip --epoch 2", ExitCode.Usage, "Did you mean '--epochs'?" },
        { "rate --sample-digits 20 --epochs 1 -o folder", ExitCode.Failed, "'folder' is a folder, not a file" },
        { "rate --sample-digits 20", ExitCode.Usage, "'--output' is required" },
        { "rate -o m.zip", ExitCode.Usage, "No input" },
        { "rate bad.csv --label kind -o m.zip", ExitCode.BadInput, "'bad.csv', line 3, column 'a'" },
        { "rate bad.csv --features b -o m.zip", ExitCode.Usage,
            "Training needs labels: name their column or array with --label" },
        { "latency same.csv --label kind -o m.zip", ExitCode.BadInput, "All rows have the same label in 'kind'" },
        { "latency same.csv --label kind -o two.csv", ExitCode.Failed, "'two.csv' already exists" },
        { "latency same.csv --label kind -o same.csv --force", ExitCode.Usage, "'same.csv' is read by this command" },
        { "rate two.csv --label kind -o m.zip --class-weights x=1,x=2", ExitCode.Usage, "the class 'x' has two weights" },
        { "rate two.csv --label kind -o m.zip --class-weights z=1", ExitCode.Usage,
            "there is no class 'z'. The classes are x, y." },
        { "rate two.csv --label kind -o m.zip --class-weights balance", ExitCode.Usage, "Did you mean 'balanced'?" },
        { "rate two.csv --label kind -o m.zip --class-weights x=-1", ExitCode.Usage,
            "--class-weights expects a number of at least 0 behind '=', got '-1'." },
        { "rate two.csv --label b --features a -o m.zip --class-weights balanced", ExitCode.Usage,
            "--class-weights cannot be used with --task regression, which has no classes." },
        { "rate two.csv --label kind -o m.zip --layers conv:8", ExitCode.BadInput,
            "Convolutions and pooling need rows that are images: name their shape with --shape, as in 28,28." },
        { "rate two.csv --label kind -o m.zip --shape 2,2", ExitCode.Usage,
            "--shape 2,2 has 4 values, but each row of the input has 2 features." },
        { "rate two.csv --label kind -o m.zip --shape 2,a", ExitCode.Usage, "--shape expects integers of at least 1" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_mistake_is_one_line_that_says_what_to_do(string arguments, int exitCode, string message)
    {
        using WorkFolder folder = new();
        Directory.CreateDirectory(folder.File("folder"));
        folder.Write("bad.csv", "a,b,kind", "0.1,0.5,x", ",0.5,y");
        folder.Write("two.csv", "a,b,kind", "0.1,0.5,x", "0.2,0.25,y", "0.3,0.75,y");
        folder.Write("same.csv", "a,b,kind", "0.1,0.5,x", "0.2,0.5,x");
        ErrorPage.RequireListed(Tool.Refuse(TrainCommand.Program, folder, arguments, exitCode, message));
    }

    [Fact]
    public void Help_of_every_encoder_fits_80_columns_and_its_examples_work()
    {
        using WorkFolder folder = new();
        string start = Tool.Run(TrainCommand.Program, folder, "--help").Output;
        Assert.Equal(start, Tool.Run(TrainCommand.Program, folder).Output);
        Assert.Contains("Usage: spikeml-train COMMAND", start);
        folder.WriteTable(60);
        string[] pages = [start, .. Encoder.All.Select(encoder =>
            Tool.Run(TrainCommand.Program, folder, "help", encoder.Name).Output)];
        Assert.All(pages.SelectMany(page => page.Split('\n')), line => Assert.True(line.Length <= 80, line));
        string[] examples = [.. pages.SelectMany(page => page.Split('\n')).Select(line => line.Trim())
            .Where(line => line.StartsWith("spikeml-train ", StringComparison.Ordinal)).Distinct()];
        Assert.Equal(Encoder.All.Count + 1, examples.Length);
        foreach (string example in examples)
            Train(folder, example["spikeml-train ".Length..].Replace("digits 1000", "digits 60").Replace("epochs 3", "epochs 1")
                .Replace("--label", "--features x0..x11 --epochs 1 --label") + " --layers 8 --force");
    }

    /// <summary>The commands of both pages, as a reader types them, except those that install or change a shell.</summary>
    [Theory]
    [InlineData("src/SpikeML.Tool.Training/README.md", 3)]
    [InlineData("docs/how-to/train.md", 8)]
    public void Commands_of_the_page_work(string page, int commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are shell scripts here.");
        using WorkFolder folder = new();
        folder.WriteTool();
        folder.WriteProgram("spikeml-train", $"exec dotnet exec '{typeof(TrainCommand).Assembly.Location}' \"$@\"");
        WriteCurves(folder);
        string root = Path.Combine(Path.GetDirectoryName(TrainingPackageTests.Metadata("TrainingProject"))!, "..", "..");
        string script = string.Concat(Regex.Matches(File.ReadAllText(Path.Combine(root, page)), "^```sh\n(.*?)^```",
            RegexOptions.Multiline | RegexOptions.Singleline).Select(block => block.Groups[1].Value));
        script = Regex.Replace(script, "^.*( tool install | completion ).*$", "", RegexOptions.Multiline);
        Assert.Equal(commands, Regex.Count(script, "^spikeml", RegexOptions.Multiline));
        Outcome outcome = Tool.Finish(Tool.Start(folder, "bash", ["-ec", script], folder.SearchPath));
        Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Errors);
        // Numbers over time are reported with R2, classes with an accuracy.
        int overTime = Regex.Count(script, "^spikeml-train .*curves", RegexOptions.Multiline);
        Assert.Equal(overTime, Regex.Count(outcome.Output, "^R2 ", RegexOptions.Multiline));
        Assert.Equal(Regex.Count(script, "^spikeml-train ", RegexOptions.Multiline) - overTime,
            Regex.Count(outcome.Output, "^accuracy ", RegexOptions.Multiline));
        Assert.All(Regex.Matches(outcome.Output, @"^accuracy +([\d.]+) %", RegexOptions.Multiline), accuracy =>
            Assert.InRange(double.Parse(accuracy.Groups[1].Value, CultureInfo.InvariantCulture), 60, 100));
    }

    /// <summary>Defaults differ from those of 'spikeml encode', and each can be set.</summary>
    [Fact]
    public void Help_shows_the_defaults_of_training_and_options_of_the_encoder_are_heeded()
    {
        using WorkFolder folder = new();
        string help = Regex.Replace(Tool.Run(TrainCommand.Program, folder, "help", "latency").Output, @"\s+", " ");
        Assert.Contains("[default: 25]", help);
        Assert.Contains("Set by default: --linear false unsets it.", help);
        Train(folder, "latency --sample-digits 60 --epochs 1 --layers 8 --linear false --tau 3 --num-steps 12 -o m.zip");
        ITransformer model = new MLContext().Model.Load(folder.File("m.zip"), out _);
        LatencyEncodingOptions options = Assert.Single(
            ((IEnumerable<ITransformer>)model).OfType<SpikeTransformer<LatencyEncodingOptions>>()).Codes[0];
        Assert.Equal((false, 3.0, 12, true), (options.Linear, options.Tau, options.NumSteps, options.Normalize));
    }

    [Theory]
    [InlineData("spikeml-train latency --ep", "--epochs")]
    [InlineData("spikeml-train lat", "latency")]
    [InlineData("spikeml-train rate --task mul", "multiclass")]
    [InlineData("spikeml-train rate --class-weights b", "balanced")]
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

    private static double Determination(string output) =>
        double.Parse(Regex.Match(output, @"R2 +([-\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>200 rows of one feature, and the ramps of 30 steps whose slopes they are.</summary>
    private static void WriteCurves(WorkFolder folder)
    {
        float[] slopes = [.. Enumerable.Range(0, 200).Select(i => i / 199f)];
        float[] curves = [.. slopes.SelectMany(slope => Enumerable.Range(0, 30).Select(step => slope * step / 29))];
        using FileStream features = File.Create(folder.File("inputs.npy")), labels = File.Create(folder.File("curves.npy"));
        NpyFile.Write(features, slopes, 200, 1);
        NpyFile.Write(labels, curves, 200, 30);
        using FileStream all = File.Create(folder.File("all.npz"));
        NpzFile.Write(all, new Dictionary<string, NpyArray>
        {
            ["inputs"] = new NpyArray<float>(slopes, [200, 1]),
            ["curves"] = new NpyArray<float>(curves, [200, 30]),
            ["doubles"] = new NpyArray<double>(Array.ConvertAll(curves, value => (double)value), [200, 30]),
        });
    }

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
