namespace SpikeML.Tool.Tests.ScaleOut;

/// <summary>Runs docs/how-to/scale-out's array and its merge in a real cluster of one node.</summary>
public class SlurmTests(SlurmCluster cluster) : IClassFixture<SlurmCluster>
{
    private const int Shards = 3;

    [Fact]
    public void Array_with_labels_is_merged_to_one_machines_file_when_a_task_is_killed()
    {
        using WorkFolder folder = Prepare(
            "case \"$*\" in *1/3*) if mkdir killed 2>/dev/null; then kill -9 $$; fi;; esac");
        string log = Submit(folder, "encoder.zip");
        Assert.Contains("Shards 1 of 3 are missing: job ", log, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.File("killed")));
        Assert.Equal(folder.Bytes("whole.idv"), folder.Bytes("spikes.idv"));
    }

    /// <summary>Their jobs, logs, shards and temporary files do not get into each other's way.</summary>
    [Fact]
    public void Two_arrays_in_one_folder_at_a_time_are_merged_to_their_own_files()
    {
        using WorkFolder folder = Prepare("");
        Tool.Do(folder, "encode model encoder.zip images --labels-file labels -o whole.npz");
        Send(folder, "encoder.zip", "spikes.idv");
        Send(folder, "encoder.zip", "spikes.npz");
        cluster.AwaitJobs();
        Assert.Equal(folder.Bytes("whole.idv"), folder.Bytes("spikes.idv"));
        Assert.Equal(folder.Bytes("whole.npz"), folder.Bytes("spikes.npz"));
        Assert.DoesNotContain(folder.Files(), name => name.StartsWith(".spikeml", StringComparison.Ordinal));
    }

    /// <summary>The first of two tasks that finishes a shard keeps it, and so does the first of two merges.</summary>
    [Fact]
    public void Two_arrays_of_one_job_make_one_file()
    {
        using WorkFolder folder = Prepare("");
        Send(folder, "encoder.zip", "spikes.idv");
        Send(folder, "encoder.zip", "spikes.idv");
        cluster.AwaitJobs();
        Assert.Equal(folder.Bytes("whole.idv"), folder.Bytes("spikes.idv"));
        Assert.DoesNotContain(folder.Files(), name => name.StartsWith(".spikeml", StringComparison.Ordinal));
    }

    [Fact]
    public void Merge_ends_with_an_error_when_a_task_fails_for_good()
    {
        using WorkFolder folder = Prepare("");
        File.WriteAllText(folder.File("damaged.zip"), "no model");
        string log = Submit(folder, "damaged.zip");
        Assert.Contains("Shards 0,1,2 of 3 are missing, and a task of job ", log, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("spikes.idv")));
    }

    [Fact]
    public void Merge_ends_after_the_last_try_when_a_task_is_killed_each_time()
    {
        using WorkFolder folder = Prepare("case \"$*\" in *2/3*) mkdir \"killed-$$\"; kill -9 $$;; esac");
        string log = Submit(folder, "encoder.zip");
        Assert.Contains("Shards 2 of 3 are missing after the last try", log, StringComparison.Ordinal);
        Assert.Equal(3, folder.Files().Count(name => name.StartsWith("killed-", StringComparison.Ordinal)));
        Assert.False(File.Exists(folder.File("spikes.idv")));
    }

    // The tool's script runs these commands first.
    private static WorkFolder Prepare(string before)
    {
        if (SlurmCluster.WhyNot() is string reason)
            Assert.Skip(reason);
        WorkFolder folder = ManifestTests.Prepare(" --labels-file labels", before);
        foreach (string script in (string[])["slurm-array.sh", "slurm-merge.sh"])
            File.Copy(ManifestTests.Manifest(script), folder.File(script));
        return folder;
    }

    // Submits both scripts as the page says, and returns what the jobs wrote.
    private string Submit(WorkFolder folder, string model)
    {
        Send(folder, model, "spikes.idv");
        cluster.AwaitJobs();
        return string.Concat(Directory.GetFiles(folder.Path, "slurm-*.out").Select(File.ReadAllText));
    }

    private void Send(WorkFolder folder, string model, string output)
    {
        (string, string)[] variables = [folder.SearchPath, ("INPUT", folder.File("images")),
            ("LABELS", folder.File("labels")), ("MODEL", folder.File(model)),
            ("OUTPUT", folder.File(output)), ("SHARDS", $"{Shards}")];
        string array = Sbatch(folder, ["--array=0-2", "slurm-array.sh"], variables);
        Sbatch(folder, [$"--dependency=afterany:{array}", "slurm-merge.sh"], [.. variables, ("ARRAY", array)]);
    }

    private string Sbatch(WorkFolder folder, string[] arguments, (string, string)[] variables)
    {
        Outcome outcome = cluster.Do(folder, "sbatch", ["--parsable", .. arguments], variables);
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        return outcome.Output.Trim();
    }
}
