using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Package;

public class ToolPackageTests
{
    [Fact]
    public void Package_installs_from_a_folder_and_encodes()
    {
        using WorkFolder folder = new();
        Dotnet(folder, "pack", WorkFolder.Metadata("ToolProject"), "-c", WorkFolder.Metadata("Configuration"), "--no-build",
            "-o", folder.File("feed"));
        folder.Write("nuget.config",
            $"<configuration><packageSources><clear /><add key=\"folder\" value=\"{folder.File("feed")}\" "
                + "/></packageSources></configuration>");
        Dotnet(folder, "tool", "install", "SpikeML.Tool", "--tool-path", folder.File("tools"), "--configfile",
            folder.File("nuget.config"));
        string[][] commands = [["encode", "rate", "--sample-digits", "2", "-o", "a.npz"], ["raster", "a.npz", "-o", "a.png"],
            ["encode", "rate", "--help"]];
        foreach (string[] command in commands)
        {
            Outcome outcome = Tool.Finish(Tool.Start(folder,
                folder.File(OperatingSystem.IsWindows() ? "tools/spikeml.exe" : "tools/spikeml"), command));
            Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Errors);
            Assert.True(command[^1] != "--help" || outcome.Output.Contains("as probabilities"), outcome.Output);
        }
        Assert.True(folder.Bytes("a.png").Length > 1000);
    }

    private static void Dotnet(WorkFolder folder, params string[] arguments)
    {
        // A store of its own: the package of an earlier commit may be in the user's.
        Outcome outcome = Tool.Finish(Tool.Start(folder, "dotnet", arguments,
            ("NUGET_PACKAGES", arguments[0] == "tool" ? folder.File("store") : "")));
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
    }
}
