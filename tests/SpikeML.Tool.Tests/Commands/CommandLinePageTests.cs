using System.Text;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Commands;

/// <summary>The pages of docs/command-line show what the command prints.</summary>
public class CommandLinePageTests
{
    private static readonly string[] CommandLine =
    [
        "spikeml encode",
        "spikeml encode rats table.csv -o a.npz",
        "spikeml encode rate table.csv",
        "spikeml encode rate -o a.npz",
        "spikeml encode rate table.csv --sample-digits 3 -o a.npz",
        "spikeml encode rate --sample-digits ten -o a.npz",
        "spikeml encode rate --sample-digits 3 --num-step 3 -o a.npz",
        "spikeml encode rate --sample-digits 3 --num-steps 0 -o a.npz",
        "spikeml encode latency --sample-digits 3 --tau twenty -o a.npz",
        "spikeml encode rate --sample-digits 3 -o a.txt",
        "spikeml encode rate --sample-digits 3 --shard 3/3 -o a.npz",
        "spikeml encode rate table.csv --label kinds -o a.npz",
        "spikeml encode rate table.csv --separator colon -o a.npz",
        "spikeml encode rate table.csv --decimal comma -o a.npz",
        "spikeml raster spikes.npz --row 9999 -o row.png",
        "spikeml animate spikes.npz -o row.avi",
        "spikeml merge spikes.npz -o c.csv",
    ];

    private static readonly string[] Input =
    [
        "spikeml encode rate table.csv -o a.npz",
        "spikeml encode rate comma.csv --separator semicolon -o a.npz",
        "spikeml encode rate gap.csv -o a.npz",
        "spikeml encode latency large.csv -o a.npz",
        "spikeml encode rate latin.csv --features a -o a.npz",
        "spikeml encode rate notes.bin -o a.npz",
        "spikeml encode model notes.zip --sample-digits 3 -o a.npz",
        "spikeml predict encoder.zip wide.csv",
        "spikeml info cut.npz",
        "spikeml merge spikes-0-of-2.npz other/spikes-1-of-2.npz -o a.npz",
    ];

    private static readonly string[] Files =
    [
        "spikeml encode rate none.csv -o a.npz",
        "spikeml encode rate --sample-digits 3 -o none/a.npz",
        "spikeml encode rate --sample-digits 3 -o spikes.npz",
        "spikeml encode rate --sample-digits 4 -o spikes.npz --resume",
        "spikeml encode rate table.csv -o folder.npz",
    ];

    [Fact]
    public void Help_of_spikeml_is_the_page_in_docs()
    {
        using WorkFolder folder = new();
        CommandLinePage page = new("spikeml.md", "Help of `spikeml`", "What `spikeml` and `spikeml help COMMAND` print; "
            + "`spikeml COMMAND --help` prints the same. See also\n[errors](errors.md), [spikeml-train](spikeml-train.md), and "
            + "[the tool's README](../../src/SpikeML.Tool/README.md).");
        page.Heading("Without arguments");
        page.Printed(Tool.Run(folder).Output);
        foreach (string command in CommandLinePage.Commands(Application.Program))
        {
            page.Heading(command);
            page.Printed(Tool.Do(folder, $"help {command["spikeml".Length..]}"));
        }
        page.RequireApproved();
    }

    [Fact]
    public void Errors_are_the_page_in_docs()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");
        using WorkFolder folder = new();
        Dictionary<string, string> tables = new()
        {
            ["table.csv"] = "a,b,kind\n0.1,0.2,red\n0.3,x,blue\n",
            ["comma.csv"] = "a;b\n0,1;0,2\n",
            ["gap.csv"] = "a,b\n0.1,0.2\n0.3,\n",
            ["large.csv"] = "a,b\n0.1,4\n",
            ["wide.csv"] = "a,b,c\n0.1,0.2,0.3\n",
        };
        WriteInputs(folder, tables);
        CommandLinePage page = new("errors.md", "Errors of `spikeml`", "Typical mistakes, what the command prints on standard "
            + "error, and its exit code. A message is one line; here it is folded at\n80 columns. "
            + "[Errors and remedies](../errors.md) lists the messages and what to do.");
        page.Heading("The command line: exit code 2");
        page.Failures(Application.Program, folder, CommandLine);
        page.Heading("The input: exit code 3");
        page.Paragraph("The tables:");
        page.Printed(string.Join("\n", tables.Select(table => $"$ cat {table.Key}\n{table.Value}")));
        page.Paragraph("`latin.csv` is not UTF-8, `notes.bin` and `notes.zip` hold a sentence, `cut.npz` is the first half of a "
            + "spike file,\n`encoder.zip` is an encoder for two features, and the two shards were made with different seeds.");
        page.Failures(Application.Program, folder, Input);
        page.Heading("Files: exit code 1");
        page.Paragraph("`spikes.npz` exists, and `folder.npz` is a folder.");
        page.Failures(Application.Program, folder, Files);
        page.RequireApproved();
    }

    private static void WriteInputs(WorkFolder folder, Dictionary<string, string> tables)
    {
        foreach ((string name, string text) in tables)
            File.WriteAllText(folder.File(name), text);
        File.WriteAllBytes(folder.File("latin.csv"), Encoding.Latin1.GetBytes("a,b\n0.1,salty\n0.2,süß\n"));
        folder.Write("notes.bin", "nothing of any format");
        folder.Write("notes.zip", "nothing of any format");
        Directory.CreateDirectory(folder.File("folder.npz"));
        Directory.CreateDirectory(folder.File("other"));
        Tool.Do(folder, "encode rate --sample-digits 3 --num-steps 5 -o spikes.npz");
        Tool.Do(folder, "encode rate --sample-digits 3 --num-steps 5 --shard 0/2 -o spikes.npz");
        Tool.Do(folder, "encode rate --sample-digits 3 --num-steps 5 --seed 7 --shard 1/2 -o other/spikes.npz");
        File.WriteAllBytes(folder.File("cut.npz"), folder.Bytes("spikes.npz")[..(folder.Bytes("spikes.npz").Length / 2)]);
        File.WriteAllText(folder.File("two.csv"), "a,b\n0.1,0.2\n0.3,0.4\n");
        Tool.Do(folder, "fit rate two.csv -o encoder.zip");
    }
}
