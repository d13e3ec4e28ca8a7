using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;
using SpikeML.Tool.Running;
using SpikeML.Tool.Tables;

namespace SpikeML.Tool.Tests.Commands;

public class PredictTests
{
    /// <summary>Files of other libraries and of other kinds are called by their names.</summary>
    [Theory]
    [InlineData("predict", "torch.pt", "a PyTorch file")]
    [InlineData("predict", "spikes.npz", "a NumPy file (.npz)")]
    [InlineData("onnx", "array.npy", "a NumPy array")]
    [InlineData("predict", "net.nir", "an HDF5 file, as graphs of NIR are ('spikeml nir run' runs those)")]
    [InlineData("predict", "table.parquet", "a Parquet file")]
    [InlineData("predict", "net.onnx", "an ONNX model")]
    public void A_file_that_is_not_a_model_is_named(string command, string file, string kind)
    {
        using WorkFolder folder = new();
        Tool.Do(folder, "encode rate --sample-digits 2 --num-steps 2 -o spikes.npz");
        using (ZipArchive zip = ZipFile.Open(folder.File("torch.pt"), ZipArchiveMode.Create))
            zip.CreateEntry("archive/data.pkl");
        File.WriteAllBytes(folder.File("array.npy"), [0x93, .. "NUMPY\u0001"u8]);
        File.WriteAllBytes(folder.File("net.nir"), [0x89, .. "HDF\r\n"u8]);
        File.WriteAllBytes(folder.File("table.parquet"), [.. "PAR1"u8]);
        File.WriteAllBytes(folder.File("net.onnx"), [8, 7, 18, 4]);
        Tool.Refuse(folder, command == "onnx" ? $"onnx {file} -o out.onnx" : $"predict {file} --sample-digits 2",
            ExitCode.BadInput, $"'{file}' is {kind}, not an ML.NET model.");
    }

    [Fact]
    public void Predict_writes_the_predictions_that_ML_NET_makes()
    {
        using WorkFolder folder = new();
        SavedModels.WriteClassifier(folder.File("model.zip"));
        Tool.Do(folder, "predict model.zip --sample-digits 20 -o p.csv");
        MLContext context = new();
        IDataView digits = context.Data.LoadSampleDigits(20);
        IDataView predicted = context.Model.Load(folder.File("model.zip"), out _).Transform(digits);
        uint[] labels = [.. predicted.GetColumn<uint>("PredictedLabel")], truth = [.. digits.GetColumn<uint>("Label")];
        float[][] scores = [.. predicted.GetColumn<float[]>("Score")];
        string[] lines = File.ReadAllLines(folder.File("p.csv"));
        Assert.StartsWith("row,Label,PredictedLabel,Score.0,", lines[0]);
        Assert.Equal(21, lines.Length);
        for (int row = 0; row < 20; row++)
            Assert.Equal(string.Create(CultureInfo.InvariantCulture,
                $"{row},{truth[row] - 1},{labels[row] - 1},{string.Join(',', scores[row])}"), lines[row + 1]);
    }

    [Fact]
    public void Predict_reads_the_columns_of_the_model_from_a_table()
    {
        using WorkFolder folder = new();
        SavedModels.WriteRegression(folder.File("modèle.zip"));
        folder.Write("table.csv", "Größe,Height", "1,3", "4,0");
        Tool.Do(folder, "predict modèle.zip table.csv -o p.csv");
        string[][] cells = [.. File.ReadAllLines(folder.File("p.csv")).Select(line => line.Split(','))];
        Assert.Equal(["row", "Score"], cells[0]);
        MLContext context = new();
        IDataView rows = context.Data.LoadFromEnumerable(new[] { new { Height = 3f, Größe = 1f, Label = 0f },
            new { Height = 0f, Größe = 4f, Label = 0f } });
        float[] scores = [.. context.Model.Load(folder.File("modèle.zip"), out _).Transform(rows).GetColumn<float>("Score")];
        Assert.NotEqual(scores[0], scores[1]);
        Assert.Equal(scores.Select(score => score.ToString(CultureInfo.InvariantCulture)), cells.Skip(1).Select(cell => cell[1]));
    }

    [Fact]
    public void Predict_needs_no_label_when_the_model_maps_it_to_keys()
    {
        using WorkFolder folder = new();
        SavedModels.WriteKeyClassifier(folder.File("model.zip"));
        folder.Write("table.csv", "Width,Height", "1,6", "4,0");
        Tool.Do(folder, "predict model.zip table.csv -o p.csv");
        string[][] cells = [.. File.ReadAllLines(folder.File("p.csv")).Select(line => line.Split(','))];
        Assert.Equal(["tall", "small"], cells.Skip(1).Select(cell => cell[1]));
    }

    [Fact]
    public void Predict_takes_a_spiking_network_and_needs_no_libtorch()
    {
        using WorkFolder folder = new();
        string network = Path.Combine(AppContext.BaseDirectory, "Networks", "multiclass.zip");
        float[][] features = [.. Enumerable.Range(0, 5).Select(row =>
            Enumerable.Range(0, 12).Select(i => (row * 5 + i) % 8 / 8f).ToArray())];
        folder.Write("table.csv", [string.Join(',', Enumerable.Range(0, 12).Select(i => $"x{i}")),
            .. features.Select(Line)]);
        Tool.Do(folder, $"predict {network} table.csv -o p.csv");
        MLContext context = new();
        SchemaDefinition columns = SchemaDefinition.Create(typeof(NetworkRow));
        columns["Features"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 4, 3);
        IDataView predicted = context.Model.Load(network, out _).Transform(context.Data.LoadFromEnumerable(
            features.Select(values => new NetworkRow { Features = values }), columns));
        string[] scores = [.. predicted.GetColumn<float[]>("Score").Select(Line)];
        string[] lines = File.ReadAllLines(folder.File("p.csv"));
        Assert.Equal(scores, lines.Skip(1).Select(line => line.Split(',', 3)[2]));
        Assert.True(scores.Distinct().Count() > 1);

        static string Line(float[] values) =>
            string.Join(',', values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
    }

    private sealed class NetworkRow
    {
        public string Kind { get; set; } = "";

        public float[] Features { get; set; } = [];
    }

    [Fact]
    public void Predict_refuses_a_table_without_a_feature_by_name()
    {
        using WorkFolder folder = new();
        SavedModels.WriteKeyClassifier(folder.File("model.zip"));
        folder.Write("table.csv", "Width,Kind", "1,tall");
        Tool.Refuse(folder, "predict model.zip table.csv -o p.csv", ExitCode.BadInput,
            "the predictions need the column 'Height'");
    }

    [Fact]
    public void Predict_writes_JSON_lines_with_the_values_of_the_table()
    {
        using WorkFolder folder = new();
        SavedModels.WriteClassifier(folder.File("model.zip"));
        Tool.Do(folder, "predict model.zip --sample-digits 20 -o p.csv");
        Tool.Do(folder, "predict model.zip --sample-digits 20 -o p.jsonl");
        string[][] cells = [.. File.ReadAllLines(folder.File("p.csv")).Skip(1).Select(line => line.Split(','))];
        string[] lines = File.ReadAllLines(folder.File("p.jsonl"));
        Assert.Equal(cells.Length, lines.Length);
        foreach ((string[] row, string line) in cells.Zip(lines))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            string[] names = ["row", "Label", "PredictedLabel"], values = [
                .. names.Select(name => $"{root.GetProperty(name).GetInt64()}"),
                .. root.GetProperty("Score").EnumerateArray().Select(score =>
                    score.GetSingle().ToString(CultureInfo.InvariantCulture))];
            Assert.Equal(row, values);
        }
    }

    [Fact]
    public void Predict_writes_texts_as_JSON_and_numbers_that_JSON_lacks_as_null()
    {
        using WorkFolder folder = new();
        SavedModels.WriteKeyClassifier(folder.File("model.zip"));
        folder.Write("table.csv", "Width,Height", "1,6", "4,0");
        Tool.Do(folder, "predict model.zip table.csv -o p.jsonl");
        Assert.All(File.ReadLines(folder.File("p.jsonl")).Zip(["tall", "small"]), row =>
            Assert.StartsWith($"{{\"row\":{(row.Second == "tall" ? 0 : 1)},\"PredictedLabel\":\"{row.Second}\",\"Score\":{{",
                row.First, StringComparison.Ordinal));
        using MemoryStream stream = new();
        IDataView rows = new MLContext().Data.LoadFromEnumerable(new[] { new { A = float.NaN, B = "ü\"", C = true } });
        new JsonTable().Write(rows, [.. new[] { "A", "B", "C" }.Select(name => new TableColumn(rows.Schema, name))], stream);
        Assert.Equal("{\"row\":0,\"A\":null,\"B\":\"ü\\\"\",\"C\":true}\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Predict_writes_Parquet_with_the_columns_of_the_table()
    {
        using WorkFolder folder = new();
        SavedModels.WriteClassifier(folder.File("model.zip"));
        Tool.Do(folder, "predict model.zip --sample-digits 1100 -o p.csv");
        Tool.Do(folder, "predict model.zip --sample-digits 1100 -o p.parquet");
        // Read as tables of any other program; scores without names are a list.
        string scores = string.Join(',', Enumerable.Range(0, 10).Select(digit => $"Score.{digit}"));
        Assert.Equal(Encoded("p.csv", "row,PredictedLabel"), Encoded("p.parquet", "row,PredictedLabel"));
        float[] spikes = Encoded("p.csv", scores);
        Assert.True(spikes.Count(spike => spike == 1) > 10_000);
        // ML.NET rounds the last digit of some texts otherwise.
        Assert.InRange(spikes.Zip(Encoded("p.parquet", "Score")).Count(pair => pair.First != pair.Second), 0, 20);

        SavedModels.WriteKeyClassifier(folder.File("keys.zip"));
        folder.Write("table.csv", "Width,Height", "1,6", "4,0");
        Tool.Do(folder, "predict keys.zip table.csv -o k.csv");
        Tool.Do(folder, "predict keys.zip table.csv -o k.parquet");
        Assert.Equal(Encoded("k.csv", "Score.small,Score.tall", "PredictedLabel"),
            Encoded("k.parquet", "Score.small,Score.tall", "PredictedLabel"));

        float[] Encoded(string file, string features, string label = "Label")
        {
            Tool.Do(folder, $"encode regular-rate {file} --features {features} --label {label} --scale --num-steps 64 -o s.npz "
                + "--force");
            return ((NpyArray<float>)NpzFile.Read(new MemoryStream(folder.Bytes("s.npz")), "spikes")).Values;
        }
    }

    [Fact]
    public void Tables_of_Parquet_refuse_a_key_that_is_missing()
    {
        MLContext context = new();
        IDataView rows = context.Data.LoadFromEnumerable(new[] { new { Kind = "3" }, new { Kind = "4" } });
        IDataView keys = context.Transforms.Conversion.MapValueToKey("Kind",
            keyData: context.Data.LoadFromEnumerable(new[] { new { Kind = "3" } })).Fit(rows).Transform(rows);
        TableColumn[] columns = [new(keys.Schema, "Kind")];
        using MemoryStream stream = new();
        Assert.Contains("The column 'Kind' has a missing value", Assert.Throws<ToolException>(() =>
            new ParquetTable().Write(keys, columns, stream)).Message, StringComparison.Ordinal);
        using MemoryStream text = new();
        new CsvTable().Write(keys, columns, text);
        Assert.Equal("row,Kind\n0,3\n1,\n", Encoding.UTF8.GetString(text.ToArray()));
    }

    [Fact]
    public void Predict_writes_JSON_lines_to_standard_output()
    {
        using WorkFolder folder = new();
        SavedModels.WriteClassifier(folder.File("model.zip"));
        Tool.Do(folder, "predict model.zip --sample-digits 3 -o p.jsonl");
        Outcome outcome = Tool.RunProcess(folder, "predict", "model.zip", "--sample-digits", "3", "--output-format", "jsonl");
        Assert.Equal(File.ReadAllText(folder.File("p.jsonl")), outcome.Output);
    }

    [Theory]
    [InlineData("predict model.zip FILE -o FILE --force", "table.csv")]
    [InlineData("encode rate FILE -o FILE --force", "spikes.npy")]
    [InlineData("encode rate FILE -o LINK --force", "spikes.npy")]
    [InlineData("fit rate FILE -o FILE --force", "table.csv")]
    [InlineData("raster FILE -o FILE --force", "spikes.csv")]
    [InlineData("merge FILE -o FILE --force", "spikes.csv")]
    public void No_command_replaces_a_file_that_it_reads(string command, string file)
    {
        using WorkFolder folder = new();
        SavedModels.WriteClassifier(folder.File("model.zip"));
        folder.Write("table.csv", "a,b", "0.1,0.2");
        Tool.Do(folder, "encode rate table.csv --num-steps 3 -o spikes.npy");
        Tool.Do(folder, "encode rate table.csv --num-steps 3 -o spikes.csv");
        Assert.SkipWhen(OperatingSystem.IsWindows() && command.Contains("LINK"), "Links need privileges on Windows.");
        string link = $"link{Path.GetExtension(file)}";
        if (command.Contains("LINK"))
            File.CreateSymbolicLink(folder.File(link), file);
        byte[] before = folder.Bytes(file);
        Tool.Refuse(folder, command.Replace("FILE", file).Replace("LINK", link), ExitCode.Usage,
            $"'{file}' is read by this command and would be overwritten");
        Assert.Equal(before, folder.Bytes(file));
    }

    public static TheoryData<string, int, string> Wrong => new()
    {
        { "predict model.zip table.csv -o p.txt", ExitCode.Usage, "'p.txt': tables end in .csv, .jsonl or .parquet." },
        { "predict model.zip table.csv -o p.csv --output-format jsonl", ExitCode.Usage,
            "--output-format can only be used with --output -" },
        { "predict model.zip table.csv --output-format json", ExitCode.Usage, "Did you mean 'jsonl'?" },
        { "predict model.zip table.csv --output-format parquet", ExitCode.Usage, "--output-format expects csv or jsonl" },
        { "predict none.zip table.csv -o p.csv", ExitCode.Failed, "The file 'none.zip' does not exist." },
        { "predict table.csv table.csv -o p.csv", ExitCode.BadInput, "'table.csv' is damaged or not a model" },
        { "predict encoder.zip table.csv -o p.csv", ExitCode.BadInput, "'encoder.zip' predicts nothing" },
        { "predict model.zip table.csv -o p.csv", ExitCode.BadInput,
            "'model.zip' does not fit the input, whose columns are Features (Vector<Single, 2>)" },
        { "predict model.zip -o p.csv", ExitCode.Usage, "No input" },
        { "predict model.zip table.csv -o table.csv", ExitCode.Usage, "'table.csv' is read by this command" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Predict_says_what_is_wrong(string arguments, int exitCode, string message)
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", "0.1,0.2");
        SavedModels.WriteClassifier(folder.File("model.zip"));
        Tool.Do(folder, "fit rate table.csv -o encoder.zip");
        Tool.Refuse(folder, arguments, exitCode, message);
    }
}
