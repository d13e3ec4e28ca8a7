using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SpikeML.Tool.Tests.ScaleOut;

/// <summary>A Slurm cluster of one node, this machine, on loopback; all its files are in a folder of its own.</summary>
public sealed class SlurmCluster : IDisposable
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo"];

    private readonly WorkFolder _folder = new();
    private readonly Stack<Process> _daemons = new();

    public SlurmCluster()
    {
        if (WhyNot() is not null)
            return;
        Directory.CreateDirectory(_folder.File("state"));
        Directory.CreateDirectory(_folder.File("spool"));
        File.WriteAllBytes(_folder.File("munge.key"), RandomNumberGenerator.GetBytes(128));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.File("munge.key"), UnixFileMode.UserRead);
        File.WriteAllText(_folder.File("slurm.conf"), Configuration());
        string[] kinds = ["key", "pid", "log", "seed"];
        StartDaemon("munged", ["--foreground", "--force", $"--socket={_folder.File("munge.socket")}",
            .. kinds.Select(kind => $"--{kind}-file={_folder.File("munge." + kind)}")]);
        Await("munged", () => File.Exists(_folder.File("munge.socket")));
        StartDaemon("slurmctld", "-D", "-c");
        StartDaemon("slurmd", "-D");
        Await("the node", () => Do("sinfo", "--noheader", "--format=%t").Output.Trim() == "idle");
    }

    /// <summary>Why there is no cluster on this machine, or null.</summary>
    public static string? WhyNot()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string[] missing = [.. Programs.Where(program => !folders.Any(folder => File.Exists(Path.Combine(folder, program))))];
        if (missing.Length > 0)
            return $"This machine has no {missing[0]} (.ci/run installs slurm-wlm and munge from Debian).";
        return Environment.IsPrivilegedProcess ? null : "Slurm's daemons have to be started by root.";
    }

    /// <summary>Runs a program as a user of the cluster.</summary>
    internal Outcome Do(WorkFolder folder, string program, IEnumerable<string> arguments, params (string, string)[] variables) =>
        Tool.Finish(Tool.Start(folder, program, arguments, [.. variables, ("SLURM_CONF", _folder.File("slurm.conf"))]));

    /// <summary>Waits until no job is left, neither running nor waiting.</summary>
    internal void AwaitJobs() => Await("the jobs", () => Do("squeue", "--noheader").Output.Trim().Length == 0);

    public void Dispose()
    {
        if (_daemons.Count > 0)
        {
            Do("scancel", "--user=root");
            AwaitJobs();
        }
        while (_daemons.TryPop(out Process? daemon))
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }
        _folder.Dispose();
    }

    private Outcome Do(string program, params string[] arguments) => Do(_folder, program, arguments, []);

    private void StartDaemon(string program, params string[] arguments)
    {
        Process daemon = Tool.Start(_folder, program, arguments, ("SLURM_CONF", _folder.File("slurm.conf")));
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        _daemons.Push(daemon);
    }

    private void Await(string what, Func<bool> isThere)
    {
        for (Stopwatch time = Stopwatch.StartNew(); !isThere(); Thread.Sleep(200))
        {
            string[] logs = [.. Directory.GetFiles(_folder.Path, "*.log").Select(File.ReadAllText)];
            Assert.True(time.Elapsed < TimeSpan.FromMinutes(1), $"Waited in vain for {what}:\n{string.Join('\n', logs)}");
        }
    }

    // One CPU and 2 GB for each of two jobs, whatever the machine has.
    private string Configuration()
    {
        string host = Dns.GetHostName().Split('.')[0];
        return $"""
            ClusterName=local
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            AuthType=auth/munge
            AuthInfo=socket={_folder.File("munge.socket")}
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={_folder.File("state")}
            SlurmdSpoolDir={_folder.File("spool")}
            SlurmctldPidFile={_folder.File("slurmctld.pid")}
            SlurmdPidFile={_folder.File("slurmd.pid")}
            SlurmctldLogFile={_folder.File("slurmctld.log")}
            SlurmdLogFile={_folder.File("slurmd.log")}
            SlurmdParameters=config_overrides
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core_Memory
            SchedulerParameters=sched_interval=1,bf_interval=1
            MpiDefault=none
            NodeName={host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=4096 State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
