using System.CommandLine;
using System.Globalization;
using SpikeML.Tool.Help;
using SpikeML.Tool.Running;

namespace SpikeML.Tool.Commands;

/// <summary><c>spikeml clean</c>: deletes what killed processes left behind.</summary>
internal static class CleanCommand
{
    public static Command Make()
    {
        Argument<string> folder = new("folder") { Description = "The folder of the outputs; folders in it are left alone." };
        Option<bool> dryRun = new("--dry-run") { Description = "List the files without deleting them." };
        ToolCommand clean = new("clean",
            "Delete incomplete files that killed processes left in a folder. Files that a process may still be writing are kept.")
        {
            Examples = ["spikeml clean . --dry-run"]
        };
        clean.Add(folder.RefusingOptions());
        clean.Add("What is deleted", dryRun);
        clean.SetAction((arguments, _) =>
        {
            Clean(arguments.GetValue(folder)!, arguments.GetValue(dryRun));
            return Task.FromResult(ExitCode.Done);
        });
        return clean;
    }

    private static void Clean(string folder, bool dryRun)
    {
        if (!Directory.Exists(folder))
            throw ToolException.Failed(File.Exists(folder) ? $"'{folder}' is a file: name the folder that it is in."
                : $"The folder '{folder}' does not exist.");
        FileSystemInfo[] ours = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(file =>
            TemporaryFiles.IsOurs(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal)];
        FileSystemInfo[] unused = [.. ours.Where(file => !TemporaryFiles.IsInUse(file.FullName))];
        long bytes = 0;
        foreach (FileSystemInfo file in unused)
        {
            long length = LengthOf(file);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{Path.Combine(folder, file.Name)}: {length:N0} bytes"));
            bytes += length;
            if (!dryRun)
                Delete(file);
        }
        string kept = ours.Length > unused.Length
            ? $"; {Counted.Of(ours.Length - unused.Length, "file")} that may still be in use kept" : "";
        ProgressDisplay.Say(
            $"{(dryRun ? "Would delete" : "Deleted")} {Counted.Of(unused.Length, "file")}, {bytes:N0} bytes{kept}.");
    }

    private static long LengthOf(FileSystemInfo file) => file switch
    {
        DirectoryInfo folder => folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(each => each.Length),
        FileInfo alone => alone.Length,
        _ => 0,
    };

    private static void Delete(FileSystemInfo file)
    {
        if (file is DirectoryInfo folder && folder.LinkTarget is null)
            folder.Delete(recursive: true);
        else
            file.Delete();
    }
}
