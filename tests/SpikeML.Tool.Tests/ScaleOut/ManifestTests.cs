using System.ComponentModel;
using System.Diagnostics;
using k8s;
using k8s.Models;

namespace SpikeML.Tool.Tests.ScaleOut;

/// <summary>Runs what the manifests of docs/how-to/scale-out run, with the engines' variables, without an engine.</summary>
public class ManifestTests
{
    private const int Shards = 3;

    [Theory]
    [InlineData("")]
    [InlineData("labels")]
    public void Slurm_script_encodes_the_shard_of_its_task(string labels)
    {
        using WorkFolder folder = Prepare(labels.Length > 0 ? " --labels-file labels" : "");
        for (int task = 0; task < Shards; task++)
        {
            Shell(folder, "bash", [Manifest("slurm-array.sh")], ("SLURM_ARRAY_TASK_ID", $"{task}"), ("SHARDS", $"{Shards}"),
                ("INPUT", "images"), ("LABELS", labels), ("MODEL", "encoder.zip"), ("OUTPUT", "spikes.idv"));
        }
        CheckMerged(folder);
    }

    [Fact]
    public void Kubernetes_job_encodes_the_shard_of_its_index()
    {
        using WorkFolder folder = Prepare(" --labels-file labels");
        string command = Container("kubernetes-indexed-job.yaml").Args.Single();
        for (int index = 0; index < Shards; index++)
        {
            Shell(folder, "sh", ["-c", command], ("JOB_COMPLETION_INDEX", $"{index}"), ("SHARDS", $"{Shards}"),
                ("INPUT", "images"), ("LABELS", "labels"), ("MODEL", "encoder.zip"), ("OUTPUT", "spikes.idv"));
        }
        string merge = Container("kubernetes-merge-job.yaml").Args.Single();
        Outcome outcome = Tool.Finish(Tool.Start(folder, "sh", ["-c", merge], ("SHARDS", $"{Shards}"), ("OUTPUT", "spikes.idv"),
            folder.SearchPath));
        Assert.True(outcome.ExitCode == 0, outcome.Errors);
        Assert.Equal(folder.Bytes("whole.idv"), folder.Bytes("spikes.idv"));
    }

    [Theory]
    [InlineData("kubernetes-claim.yaml", 0)]
    [InlineData("kubernetes-indexed-job.yaml", 5)]
    [InlineData("kubernetes-merge-job.yaml", 2)]
    public void Kubernetes_manifests_have_only_fields_of_the_API(string name, int variables)
    {
        object manifest = KubernetesYaml.LoadAllFromString(File.ReadAllText(Manifest(name)), strict: true).Single();
        Assert.Equal(variables, manifest is V1Job ? Container(name).Env.Count : 0);
        // The check does reject unknown fields.
        string misspelt = File.ReadAllText(Manifest(name)).Replace("spec:", "specs:", StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => KubernetesYaml.LoadAllFromString(misspelt, strict: true));
    }

    /// <summary>The API's schema requires the state of a condition, which the object model does not.</summary>
    [Theory]
    [InlineData("kubernetes-indexed-job.yaml")]
    [InlineData("kubernetes-merge-job.yaml")]
    public void Kubernetes_manifests_say_which_state_of_a_condition_is_meant(string name)
    {
        V1PodFailurePolicyRule[] rules = [.. KubernetesYaml.Deserialize<V1Job>(File.ReadAllText(Manifest(name)), strict: true)
            .Spec.PodFailurePolicy.Rules.Where(rule => rule.OnPodConditions is not null)];
        Assert.NotEmpty(rules);
        Assert.All(rules.SelectMany(rule => rule.OnPodConditions), condition => Assert.Equal("True", condition.Status));
    }

    [Theory]
    [InlineData("Complete", "Complete", 0, "")]
    [InlineData("SuccessCriteriaMet Complete", "Complete", 0, "")]
    [InlineData("FailureTarget Failed", "Complete", 1, "The job spikeml-encode failed")]
    [InlineData("Complete", "Failed", 1, "The job spikeml-merge failed")]
    public void Kubernetes_script_ends_when_a_job_has_succeeded_or_failed(
        string encode, string merge, int exitCode, string message)
    {
        using WorkFolder folder = Prepare("");
        // The first time that the script asks, each job is still running.
        folder.WriteProgram("kubectl", "echo \"$1 $2 $3\" >> kubectl.log", "[ \"$1\" = get ] || exit 0",
            "mkdir \"asked-$3\" 2>/dev/null && exit 0", $"case $3 in *encode) echo '{encode}';; *) echo '{merge}';; esac");
        File.Copy(Manifest("kubernetes-run.sh"), folder.File("kubernetes-run.sh"));
        Outcome outcome = Tool.Finish(Tool.Start(folder, "bash", ["kubernetes-run.sh"], ("POLL", "0"), folder.SearchPath));
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
        int applied = File.ReadAllLines(folder.File("kubectl.log"))
            .Count(line => line.StartsWith("apply", StringComparison.Ordinal));
        Assert.Equal(encode.Contains("Failed", StringComparison.Ordinal) ? 1 : 2, applied);
    }

    private static V1Container Container(string name) =>
        KubernetesYaml.Deserialize<V1Job>(File.ReadAllText(Manifest(name)), strict: true).Spec.Template.Spec.Containers.Single();

    internal static WorkFolder Prepare(string labels, string before = "")
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The manifests are for Linux.");
        WorkFolder folder = new();
        File.WriteAllBytes(folder.File("images"), [0, 0, 8, 3, 0, 0, 0, 10, 0, 0, 0, 2, 0, 0, 0, 3,
            .. Enumerable.Range(0, 60).Select(i => (byte)(i * 4))]);
        File.WriteAllBytes(folder.File("labels"), [0, 0, 8, 1, 0, 0, 0, 10, .. Enumerable.Range(0, 10).Select(i => (byte)i)]);
        folder.WriteTool(before);
        Tool.Do(folder, "fit latency --normalize --num-steps 12 images -o encoder.zip");
        Tool.Do(folder, $"encode model encoder.zip images{labels} -o whole.idv");
        return folder;
    }

    private static void CheckMerged(WorkFolder folder)
    {
        IEnumerable<string> shards = Enumerable.Range(0, Shards).Select(shard => $"spikes-{shard}-of-{Shards}.idv");
        Tool.Do(folder, $"merge {string.Join(' ', shards)} -o merged.idv");
        Assert.Equal(folder.Bytes("whole.idv"), folder.Bytes("merged.idv"));
    }

    private static void Shell(WorkFolder folder, string shell, string[] arguments, params (string, string)[] variables)
    {
        try
        {
            // Once more: what is there already is no error.
            for (int run = 0; run < 2; run++)
            {
                using Process process = Tool.Start(folder, shell, arguments, [folder.SearchPath, .. variables]);
                Outcome outcome = Tool.Finish(process);
                Assert.True(outcome.ExitCode == 0, outcome.Errors);
                Assert.Equal(run == 1, outcome.Errors.Contains("nothing to do"));
            }
        }
        catch (Win32Exception)
        {
            Assert.Skip($"There is no {shell} on this machine.");
        }
    }

    internal static string Manifest(string name) => Path.Combine(AppContext.BaseDirectory, "ScaleOut", name);
}
