using SpikeML.Tool.Training;

namespace SpikeML.Tool.Tests.Training;

/// <summary>The page of docs/command-line shows what <c>spikeml-train</c> prints.</summary>
public class TrainingPageTests
{
    private static readonly string[] Mistakes =
    [
        "spikeml-train rats table.csv -o model.zip",
        "spikeml-train rate --sample-digits 100",
        "spikeml-train rate --sample-digits 100 --epoch 3 -o model.zip",
        "spikeml-train rate --sample-digits 100 --layers wide -o model.zip",
        "spikeml-train rate --sample-digits 100 --validation 2 -o model.zip",
        "spikeml-train rate table.csv -o model.zip",
        "spikeml-train rate none.csv --label kind -o model.zip",
    ];

    [Fact]
    public void Help_and_errors_of_spikeml_train_are_the_page_in_docs()
    {
        using WorkFolder folder = new();
        folder.Write("table.csv", "a,b,kind", "0.1,0.2,red", "0.3,0.4,blue");
        CommandLinePage page = new("spikeml-train.md", "Help and errors of `spikeml-train`", "What `spikeml-train` and "
            + "`spikeml-train help CODE` print, and typical mistakes with their exit codes. See also\n"
            + "[Train a network from the command line](../how-to/train.md) and [the help of spikeml](spikeml.md).");
        foreach (string command in CommandLinePage.Commands(TrainCommand.Program))
        {
            page.Heading(command);
            page.Printed(Tool.Run(TrainCommand.Program, folder,
                ["help", .. command.Split(' ')[1..]]).Output.ReplaceLineEndings("\n"));
        }
        page.Heading("Errors");
        page.Paragraph("`table.csv` has the columns `a`, `b` and `kind`. A message is one line; here it is folded at "
            + "80 columns.");
        page.Failures(TrainCommand.Program, folder, Mistakes);
        page.RequireApproved();
    }
}
