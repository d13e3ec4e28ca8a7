using System.Text;
using Microsoft.ML;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

/// <summary>What the command says; what its files compute is tested where OnnxRuntime is.</summary>
public class OnnxTests
{
    private static string Network { get; } = Path.Combine(AppContext.BaseDirectory, "Networks", "multiclass.zip");

    [Fact]
    public void Onnx_takes_what_the_predictions_need_and_leaves_out_the_label()
    {
        using WorkFolder folder = new();
        SavedModels.WriteKeyClassifier(folder.File("model.zip"));
        Assert.Equal("model.onnx: takes Height (Single), Width (Single); gives PredictedLabel.output (String), "
            + "Score.output (Vector<Single, 2>)", Convert(folder, "model.zip"));
        string file = Encoding.Latin1.GetString(folder.Bytes("model.onnx"));
        Assert.Contains("Height", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Kind", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Onnx_gives_the_columns_of_the_last_step_when_nothing_is_predicted()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "fit latency --sample-digits 5 --linear --num-steps 10 -o encoder.zip");
        Assert.Equal("model.onnx: takes Features (Vector<Single, 28, 28>); gives Spikes.output (Vector<Single, 10, 28, 28>)",
            Convert(folder, "encoder.zip"));
    }

    [Fact]
    public void Onnx_names_an_output_once_when_outputs_repeats_it()
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "fit latency --sample-digits 5 --linear --num-steps 10 -o encoder.zip");
        Assert.EndsWith("gives Spikes.output (Vector<Single, 10, 28, 28>)",
            Convert(folder, "encoder.zip --outputs Spikes,Spikes"), StringComparison.Ordinal);
    }

    [Fact]
    public void Onnx_asks_for_a_file_name_when_output_is_empty()
    {
        using WorkFolder folder = new();
        Outcome outcome = Tool.Run(folder, "onnx", "encoder.zip", "-o", "");
        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("--output expects a file name, got ''.", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Onnx_converts_what_follows_the_columns_that_inputs_names()
    {
        using WorkFolder folder = new();
        Assert.Equal("model.onnx: takes Spikes (Vector<Single, 9, 4, 3>); gives Score.output (Vector<Single, 3>), "
            + "OutputSpikes.output (Vector<Single, 9, 3>)",
            Convert(folder, $"{Network} --inputs Spikes --outputs Score,OutputSpikes"));
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "none.zip -o m.onnx", ExitCode.Failed, "The file 'none.zip' does not exist." },
        { "table.csv -o m.onnx", ExitCode.BadInput, "'table.csv' is damaged or not a model" },
        { "encoder.zip -o table.csv", ExitCode.Failed, "'table.csv' already exists: choose another --output, or use --force" },
        { "encoder.zip -o none/m.onnx", ExitCode.Failed, "none' does not exist. Create it first." },
        { "encoder.zip", ExitCode.Usage, "--output" },
        { "encoder.zip -o encoder.zip --force", ExitCode.Usage,
            "'encoder.zip' is read by this command and would be overwritten: choose another --output." },
        { "encoder.zip -o -", ExitCode.Usage, "This command cannot write to standard output: choose another --output." },
        { "encoder.zip -o m.onnx --outputs ,", ExitCode.Usage, "--outputs expects names of columns, got ','." },
        { "encoder.zip -o m.onnx --inputs ,", ExitCode.Usage, "--inputs expects names of columns, got ','." },
        { "encoder.zip -o m.onnx --outputs Spike", ExitCode.BadInput,
            "'encoder.zip' adds no column 'Spike'. Did you mean 'Spikes'? It adds Spikes." },
        { "encoder.zip -o m.onnx --outputs Features", ExitCode.BadInput,
            "'encoder.zip' adds no column 'Features'. It adds Spikes." },
        { "encoder.zip -o m.onnx --inputs Spikes", ExitCode.BadInput, "No step of 'encoder.zip' follows Spikes" },
        { "encoder.zip -o m.onnx --inputs Spiked", ExitCode.BadInput,
            "'encoder.zip' has no column 'Spiked' to begin with. 'spikeml info encoder.zip' lists its columns." },
        { "keys.zip -o m.onnx --inputs Height", ExitCode.BadInput,
            "With --inputs Height, PredictedLabel, Score also need the column 'Width': add it to --inputs." },
        { "drawn.zip -o m.onnx", ExitCode.BadInput,
            "Convert only what follows: name the columns with --inputs, and make them with 'spikeml encode model'." },
        { "drawn.zip -o m.onnx --draws refuse", ExitCode.BadInput, "(with --draws runtime, the ONNX runtime draws other ones)" },
        { "drawn.zip -o m.onnx --draws no", ExitCode.Usage, "--draws expects refuse or runtime, got 'no'." },
        { "bins.zip -o m.onnx", ExitCode.BadInput,
            "'bins.zip' has a step that ML.NET cannot convert to ONNX: NormalizingTransformer, which makes Bin." },
        { "bare.zip -o m.onnx", ExitCode.BadInput, "'bare.zip' does not say which columns the model reads" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Onnx_says_what_is_wrong(string arguments, int exitCode, string message)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "0.1,0.2");
        Tool.Do(folder, "fit latency table.csv --linear -o encoder.zip");
        Tool.Do(folder, "fit rate table.csv -o drawn.zip");
        SavedModels.WriteKeyClassifier(folder.File("keys.zip"));
        SavedModels.WriteWithoutOnnx(folder.File("bins.zip"));
        MLContext context = new();
        context.Model.Save(context.Model.Load(folder.File("encoder.zip"), out _), null, folder.File("bare.zip"));
        Tool.Refuse(folder, $"onnx {arguments}", exitCode, message);
    }

    private static string Convert(WorkFolder folder, string arguments)
    {
        Outcome outcome = Tool.Run(folder, ["onnx", .. arguments.Split(' '), "-o", "model.onnx"]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        return outcome.Errors.Trim();
    }
}
