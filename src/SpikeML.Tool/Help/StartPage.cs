using System.CommandLine;

namespace SpikeML.Tool.Help;

/// <summary>What 'spikeml' alone shows: what to type first.</summary>
internal static class StartPage
{
    public static readonly string[] FirstCommands = [
        "spikeml encode rate --sample-digits 100 --num-steps 25 -o spikes.npz",
        "spikeml info spikes.npz",
        "spikeml raster spikes.npz --row 3 -o digit.png"];

    public static string Of(Command root)
    {
        HelpText text = new();
        text.Paragraph($"spikeml {Records.JobRecord.OwnVersion}: {root.Description}");
        text.Heading("Try it, without any file");
        foreach (string command in FirstCommands)
            text.Line($"  {command}");
        text.Heading("Then encode your own data: a table, MNIST's files, or an ML.NET binary file");
        text.Line("  spikeml encode latency table.csv --label kind --scale -o spikes.npz");
        text.Heading("Commands");
        foreach (Command command in root.Subcommands.Where(each => !each.Hidden))
            text.Term(command.Name, command.Description ?? "");
        text.Line();
        text.Paragraph("'spikeml help encode' lists the encoders, 'spikeml help encode rate' the options of one.");
        return text.ToString();
    }
}
