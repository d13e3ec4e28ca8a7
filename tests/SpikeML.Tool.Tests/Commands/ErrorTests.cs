using System.Text;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

public class ErrorTests
{
    public static TheoryData<string, int, string> Cases => new()
    {
        { "encode", ExitCode.Usage, "'spikeml encode --help'" },
        { "encode rats table.csv -o a.npz", ExitCode.Usage, "'rats' is not a known command or option. Did you mean 'rate'?" },
        { "encode rate table.csv", ExitCode.Usage, "'--output' is required" },
        { "encode rate -o a.npz", ExitCode.Usage, "No input" },
        { "encode rate table.csv --sample-digits 3 -o a.npz", ExitCode.Usage, "not both" },
        { "encode rate --sample-digits 0 -o a.npz", ExitCode.Usage,
            "--sample-digits expects an integer of at least 1, got '0'." },
        { "encode rate --sample-digits 3000000000 -o a.npz", ExitCode.Usage,
            "--sample-digits expects an integer from 1 to 2147483647, got '3000000000'." },
        { "encode rate --sample-digits 3 --seed 4294967296 -o a.npz", ExitCode.Usage,
            "--seed expects an integer from -2147483648 to 2147483647, got '4294967296'. The default is 0." },
        { "encode rate --sample-digits 3 --num-steps 3 --num-steps 4 -o a.npz", ExitCode.Usage,
            "--num-steps was given more than once: give it once." },
        { "encode rate --sample-digits 3 -o a.npz --output b.npz", ExitCode.Usage,
            "--output was given more than once: give it once." },
        { "encode rate table.csv wide.csv -o a.npz", ExitCode.Usage,
            "Unexpected 'wide.csv': 'spikeml encode rate' takes only INPUT." },
        { "predict a.zip table.csv wide.csv", ExitCode.Usage, "'spikeml predict' takes only MODEL and INPUT." },
        { "encode latency table.csv --normalize=yes -o a.npz", ExitCode.Usage, "--normalize expects true or false, got 'yes'." },
        { "encode latency table.csv --scale wide.csv -o a.npz", ExitCode.Usage,
            "--scale expects true or false, got 'wide.csv'." },
        { "info -- -table.csv", ExitCode.Failed, "The file './-table.csv' does not exist." },
        { "encode rate --sample-digits ten -o a.npz", ExitCode.Usage,
            "--sample-digits expects an integer of at least 1, got 'ten'." },
        { "encode rate --sample-digits 3 -o a.npz --threads 0", ExitCode.Usage,
            "--threads expects an integer from 1 to 1024, got '0'." },
        { "encode rate table.csv --input-format png -o a.npz", ExitCode.Usage,
            "--input-format expects events, idv, npz, npy, parquet, csv, idx or mnist, got 'png'." },
        { "encode rate . --split all -o a.npz", ExitCode.Usage, "--split expects train or test, got 'all'." },
        { "raster table.csv --row first -o a.png", ExitCode.Usage, "--row expects an integer of at least 0, got 'first'." },
        { "rate table.csv -o a.npz", ExitCode.Usage, "Did you mean 'encode rate'?" },
        { "inof a.npz", ExitCode.Usage, "Did you mean 'info'?" },
        { "merge table.csv -o a.txt", ExitCode.Usage,
            "'a.txt': spike files end in .idv, .npz, .npy, .parquet or .csv. Choose another --output." },
        { "raster table.csv -o a.txt", ExitCode.Usage, "'a.txt' has no known extension. Known extensions are .png, .svg, .pdf, "
            + ".csv. Choose another --output." },
        { "raster notes.txt -o a.png", ExitCode.BadInput, "'notes.txt' is not a spike file: spike files end in " },
        { "info notes.txt", ExitCode.BadInput, "'notes.txt' is not a spike file" },
        { "merge notes.txt -o a.npz", ExitCode.BadInput, "'notes.txt' is not a spike file" },
        { "info .", ExitCode.Failed, "'.' is a folder, not a file." },
        { "completion tcsh", ExitCode.Usage, "name one of bash, zsh, fish, powershell." },
        { "encode rate table.csv --num-step 3 -o a.npz", ExitCode.Usage, "'--num-step'" },
        { "encode rate --sample-digits 3 --num-step 3 -o a.npz", ExitCode.Usage, "Did you mean '--num-steps'?" },
        { "encode poisson-intervals --sample-digits 3 --intervals poison -o a.npz", ExitCode.Usage, "Did you mean 'Poisson'?" },
        { "encode rate . --split tset -o a.npz", ExitCode.Usage, "Did you mean 'test'?" },
        { "encode rate table.csv --decimal dot -o a.npz", ExitCode.Usage, "--decimal expects point or comma, got 'dot'." },
        { "encode rate table.csv --decimal comma -o a.npz", ExitCode.Usage, "',' cannot be both the separator and the decimal "
            + "separator of 'table.csv': set --separator" },
        { "encode rate table.csv --label C1 -o a.npz", ExitCode.Usage, "Did you mean 'c'?" },
        { "encode rate --num-step 3 table.csv -o a.npz", ExitCode.Usage, "Unknown option '--num-step'" },
        { "encode rate --sample-digits 3 --num-steps 0 -o a.npz", ExitCode.Usage, "--num-steps 0: it must be at least 1." },
        { "encode rate --sample-digits 3 --num-steps many -o a.npz", ExitCode.Usage,
            "--num-steps expects an integer, got 'many'." },
        { "encode receptive-fields --sample-digits 3 --range 5 -o a.npz", ExitCode.Usage,
            "--range expects a range low..high, got '5'." },
        { "encode rate --sample-digits 3 --seed null -o a.npz", ExitCode.Usage,
            "--seed expects an integer, got 'null'. The default is 0." },
        { "encode poisson-intervals --sample-digits 3 --intervals 1 -o a.npz", ExitCode.Usage,
            "--intervals expects Poisson or Exponential, got '1'." },
        { "encode poisson-intervals --sample-digits 3 --intervals Poisson,Exponential -o a.npz", ExitCode.Usage,
            "--intervals expects Poisson or Exponential, got 'Poisson,Exponential'." },
        { "fit bins --sample-digits 3 --seed null -o a.zip", ExitCode.Usage, "--seed expects an integer, got 'null'." },
        { "encode step-forward table.csv --threshold null -o a.npz", ExitCode.Usage,
            "--threshold expects a number, got 'null'." },
        { "encode receptive-fields --sample-digits 3 --range null -o a.npz", ExitCode.Usage,
            "--range expects a range low..high, got 'null'." },
        { "encode rate --sample-digits 3 -o a.txt", ExitCode.Usage,
            "'a.txt': spike files end in .idv, .npz, .npy, .parquet or .csv. Choose another --output." },
        { "encode rate --sample-digits 3 -o no/a.npz", ExitCode.Failed, "the folder" },
        { "encode rate --sample-digits 3 -o a.idv --sparse", ExitCode.Usage, "--sparse can only be used with .npz" },
        { "encode rate --sample-digits 3 -o a.csv --keep Features", ExitCode.Usage, "--keep can only be used with .idv" },
        { "encode rate --sample-digits 3 -o a.idv --keep Pixels", ExitCode.Usage,
            "There is no column 'Pixels' in the encoded rows: name one of Label, Features, Spikes with --keep." },
        { "encode rate --sample-digits 3 -o a.csv --force --resume", ExitCode.Usage, "use only one of them" },
        { "encode rate --sample-digits 3 -o a.csv --shard 3/3", ExitCode.Usage, "--shard '3/3' is not a shard" },
        { "encode rate --sample-digits 3 -o a.csv --shard -1/3", ExitCode.Usage, "is not a shard" },
        { "encode rate --sample-digits 3 -o a.csv --shard 1", ExitCode.Usage, "--shard '1' is not a shard" },
        { "encode rate none.csv -o a.csv", ExitCode.Failed, "The file 'none.csv' does not exist." },
        { "encode rate noise.bin -o a.csv", ExitCode.BadInput, "set --input-format" },
        { "encode rate noise.bin --input-format idv -o a.csv", ExitCode.BadInput, "'noise.bin'" },
        { "encode rate noise.bin --input-format idx -o a.csv", ExitCode.BadInput, "noise.bin" },
        { "encode rate table.csv --label mood -o a.csv", ExitCode.Usage,
            "There is no column 'mood' in 'table.csv': name one of a, b, c with --label." },
        { "encode rate table.csv --features a..z -o a.csv", ExitCode.Usage,
            "There is no column 'z' in 'table.csv': name one of a, b, c with --features." },
        { "encode rate --sample-digits 3 --features Pixels -o a.csv", ExitCode.Usage,
            "There is no column 'Pixels' in the images: name Features with --features." },
        { "encode rate table.csv --features c..a -o a.csv", ExitCode.Usage, "'a' comes before 'c'" },
        { "encode rate table.csv --separator colon -o a.csv", ExitCode.Usage, "--separator 'colon'" },
        { "encode rate table.csv --labels-file table.csv -o a.csv", ExitCode.Usage,
            "--labels-file can only be used with IDX images, .npy files and event recordings." },
        { "encode rate table.csv -o a.csv", ExitCode.BadInput, "'table.csv', line 3, column 'b': the cell is empty. Fill it in, "
            + "remove the line, or leave the column out with --features." },
        { "fit latency table.csv --normalize -o a.zip", ExitCode.BadInput,
            "'table.csv', line 3, column 'b': the cell is empty." },
        { "encode rate wide.csv -o a.csv", ExitCode.BadInput,
            "'wide.csv', line 3: it has more than the 2 cells of the first line: "
            + "'0.3' follows. Is --separator correct?" },
        { "encode rate unlabelled.csv --label b -o a.csv", ExitCode.BadInput,
            "'unlabelled.csv', line 3, column 'b': there is no label." },
        { "encode rate twice.csv -o a.csv", ExitCode.BadInput, "two columns 'a'" },
        { "encode latency large.csv -o a.csv", ExitCode.BadInput,
            "'large.csv', line 2, column 'b': the value is 4. Values must be "
            + "in [0, 1]: scale the column first with --scale, which clamps." },
        { "encode rate infinite.csv -o a.csv", ExitCode.BadInput, "column 'b': the value is Infinity. Encoders need finite "
            + "values: drop such rows first." },
        { "encode rate huge.csv -o a.csv", ExitCode.BadInput, "column 'b': the value is 1e40. Encoders work in single "
            + "precision, up to 3.4E+38: divide the values by a constant first." },
        { "encode receptive-fields --sample-digits 3 --range 5..1 -o a.npz", ExitCode.Usage, "--range 5..1: it must " },
        { "encode rate latin.csv --features a -o a.csv", ExitCode.BadInput,
            "'latin.csv', line 3: it is not UTF-8. Save the table as UTF-8." },
        { "encode rate utf16.csv -o a.csv", ExitCode.BadInput, "'utf16.csv', line 1: it holds a zero byte. Save the table as "
            + "UTF-8, or as UTF-16 with a byte-order mark." },
        { "encode rate gap.csv --label b -o a.csv", ExitCode.BadInput,
            "'gap.csv', line 3, column 'b': the label is not a finite number, but all others are numbers." },
        { "encode rate --sample-digits 3 -o folder.npz", ExitCode.Failed,
            "'folder.npz' is a folder, not a file: choose another --output." },
        { "encode rate --sample-digits 3 -o folder.npz --force", ExitCode.Failed, "'folder.npz' is a folder, not a file" },
        { "fit rate --sample-digits 3 -o folder.npz", ExitCode.Failed, "'folder.npz' is a folder, not a file" },
        { "clean table.csv", ExitCode.Failed, "'table.csv' is a file: name the folder that it is in." },
        { "info @table.csv", ExitCode.Failed, "The file '@table.csv' does not exist." },
        { "encode rate colours.csv -o a.csv", ExitCode.BadInput,
            "'colours.csv', line 2, column 'b': '\\x1b[31mred\\x07' is not a number." },
        { "encode model noise.bin table.csv -o a.csv", ExitCode.BadInput, "'noise.bin' is damaged or not a model: it "
            + "cannot be read as a zip file" },
        { "encode model none.zip table.csv -o a.csv", ExitCode.Failed, "The file 'none.zip' does not exist." },
        { "merge none.npz -o a.npz", ExitCode.Failed, "The file 'none.npz' does not exist." },
        { "merge noise.npz -o a.npz", ExitCode.BadInput,
            "'noise.npz' is damaged: it is cut off, something was appended to it, or "
            + "it is not a .npz file. Encode it again." },
        { "merge noise.npz -o a.csv", ExitCode.Usage, "a different format" },
        { "info noise.bin", ExitCode.BadInput, "noise.bin" },
        { "raster table.csv -o a.png", ExitCode.BadInput, "is not a table of spikes" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Run_says_in_one_line_what_is_wrong_and_writes_nothing(string arguments, int exitCode, string message)
    {
        using WorkFolder folder = new();
        WriteInputs(folder);
        ErrorPage.RequireListed(Tool.Refuse(folder, arguments, exitCode, message));
    }

    [Fact]
    public void Words_after_two_dashes_are_files()
    {
        using WorkFolder folder = new();
        folder.Write("-table.csv", "a,b", "0.1,0.2");
        folder.Write("--seed", "a,b", "0.1,0.2");
        Tool.Do(folder, "encode rate --num-steps 2 -o a.npz -- -table.csv");
        Tool.Do(folder, "encode rate --num-steps 2 --input-format csv -o b.npz -- --seed");
        Assert.Equal(["--seed", "-table.csv", "a.npz", "b.npz"], folder.Files());
    }

    [Fact]
    public void Run_shows_the_start_of_a_cell_that_is_longer_than_a_line()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b", $"0.1,{new string('z', 3_000_000)}");
        Tool.Refuse(folder, "encode rate table.csv -o a.npz", ExitCode.BadInput,
            $"column 'b': '{new string('z', 80)}...' is not");
        folder.Write("table.csv", "a,b", $"0.1,0.2,{new string('z', 3_000_000)}");
        Tool.Refuse(folder, "encode rate table.csv -o a.npz", ExitCode.BadInput, $"'{new string('z', 80)}...' follows");
    }

    /// <summary>Letters of several bytes may be cut by the end of a block that is read.</summary>
    [Theory]
    [InlineData(65_530)]
    [InlineData(65_531)]
    [InlineData(65_532)]
    [InlineData(65_533)]
    [InlineData(65_534)]
    public void Tables_of_any_length_are_checked_for_their_encoding(int length)
    {
        using WorkFolder folder = new();
        string start = $"a,b\n0.1,{new string('z', length - 8)}";
        File.WriteAllText(folder.File("good.csv"), $"{start}\U0001F600ß\n");
        Tool.Do(folder, "encode rate good.csv --features a --num-steps 1 -o good.npz");
        File.WriteAllBytes(folder.File("bad.csv"), [.. Encoding.UTF8.GetBytes($"{start}\n"), 0xF0, 0x9F, 0x98, 0x0A]);
        Tool.Refuse(folder, "encode rate bad.csv --features a -o a.npz", ExitCode.BadInput, "'bad.csv', line 3: it is not UTF-8");
    }

    [Fact]
    public void Run_shows_where_an_error_arose_when_it_is_asked()
    {
        using WorkFolder folder = new();
        Outcome outcome = Tool.RunProcess(folder, "encode", "rate", "none.csv", "-o", "a.csv", "--verbose");
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("   at SpikeML.Tool", outcome.Errors);
    }

    [Fact]
    public void Run_shows_help_when_nothing_is_asked()
    {
        using WorkFolder folder = new();
        string help = Tool.RunProcess(folder).Output;
        Assert.All(["encode", "fit", "merge", "info", "raster"], command => Assert.Contains($"  {command} ", help));
    }

    private static void WriteInputs(WorkFolder folder)
    {
        folder.Write("table.csv", "a,b,c", "0.1,0.2,0.3", "0.1,,0.3");
        folder.Write("wide.csv", "a,b", "0.1,0.2", "0.1,0.2,0.3");
        folder.Write("unlabelled.csv", "a,b", "0.1,x", "0.1,");
        folder.Write("twice.csv", "a,a", "0.1,0.2");
        folder.Write("large.csv", "a,b", "0.1,4");
        folder.Write("infinite.csv", "a,b", "0.1,Infinity");
        folder.Write("huge.csv", "a,b", "0.1,1e40");
        folder.Write("gap.csv", "a,b", "0.1,1", "0.2,NaN", "0.3,2.5");
        folder.Write("colours.csv", "a,b", "0.1,\u001b[31mred\u0007");
        File.WriteAllBytes(folder.File("latin.csv"), Encoding.Latin1.GetBytes("a,b\n0.1,salty\n0.2,süß\n"));
        File.WriteAllBytes(folder.File("utf16.csv"), new UnicodeEncoding(bigEndian: true, byteOrderMark: false).GetBytes(
            "a,b\n0.1,0.2\n"));
        Directory.CreateDirectory(folder.File("folder.npz"));
        folder.Write("notes.txt", "nothing of any format");
        folder.Write("noise.bin", "nothing of any format");
        folder.Write("noise.npz", "nothing of any format");
    }
}
