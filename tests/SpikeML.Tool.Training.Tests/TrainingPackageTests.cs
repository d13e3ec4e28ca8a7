using System.IO.Compression;
using System.Reflection;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Tests.Training;

public class TrainingPackageTests
{
    private const long MostBytes = 140_000_000;

    /// <summary>The package of this platform: what it holds, and that it runs where nothing else of this project is.</summary>
    [Fact]
    public void Package_holds_libtorch_and_trains_in_an_empty_folder()
    {
        using WorkFolder folder = new();
        Dotnet(folder, "pack", Metadata("TrainingProject"), "-c", Metadata("Configuration"), "--no-build", "-p:PackTraining=true",
            "-o", folder.File("feed"));
        CheckContent(Assert.Single(Directory.GetFiles(folder.File("feed"), "*.nupkg")));
        folder.Write("nuget.config",
            $"<configuration><packageSources><clear /><add key=\"folder\" value=\"{folder.File("feed")}\" />"
                + "</packageSources></configuration>");
        Dotnet(folder, "tool", "install", "SpikeML.Tool.Training", "--tool-path", folder.File("tools"), "--configfile",
            folder.File("nuget.config"));
        string program = folder.File(OperatingSystem.IsWindows() ? "tools/spikeml-train.exe" : "tools/spikeml-train");
        Outcome outcome = Tool.Finish(Tool.Start(folder, program,
            "rate --sample-digits 1000 --epochs 3 -o digits.zip".Split(' '), []));
        Assert.True(outcome.ExitCode == ExitCode.Done, outcome.Errors);
        Assert.Contains("Confusion table", outcome.Output);
        Tool.Do(folder, "predict digits.zip --sample-digits 5 -o p.csv");
    }

    private static void CheckContent(string path)
    {
        Assert.InRange(new FileInfo(path).Length, 40_000_000, MostBytes);
        using ZipArchive package = ZipFile.OpenRead(path);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        Assert.Contains("THIRD-PARTY-NOTICES.txt", files);
        Assert.Contains("licenses/LICENSE-LIBTORCH.txt", files);
        Assert.DoesNotContain(files, file => Path.GetExtension(file) is ".pdb" or ".dbg" or ".dwarf"
            || file.Contains("SkiaSharp.so", StringComparison.Ordinal) || file.Contains("LdaNative", StringComparison.Ordinal)
            || file.Contains("TorchCompatibility", StringComparison.Ordinal));
        // Files of this platform alone.
        Assert.Single(files.Where(file => file.StartsWith("tools/", StringComparison.Ordinal)).Select(file => file.Split('/')[2])
            .Distinct());
        if (OperatingSystem.IsLinux())
            Assert.Equal(["libLibTorchSharp.so", "libc10.so", "libgomp-98b21ff3.so.1", "libnnapi_backend.so", "libshm.so",
                "libtorch.so", "libtorch_cpu.so", "libtorch_global_deps.so"], files.Where(file => file.Contains(".so",
                    StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    private static void Dotnet(WorkFolder folder, params string[] arguments)
    {
        // A store of its own: the package of an earlier commit may be in the user's.
        Outcome outcome = Tool.Finish(Tool.Start(folder, "dotnet", arguments,
            ("NUGET_PACKAGES", arguments[0] == "tool" ? folder.File("store") : "")));
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Errors);
    }

    internal static string Metadata(string key) => typeof(TrainingPackageTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
