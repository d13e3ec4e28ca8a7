using System.Runtime.InteropServices;
using Microsoft.ML;

namespace SpikeML.Torch.Tests.Networks;

public partial class OpenMpWaitingTests
{
    /// <summary>Native libraries read the environment of the process; on Unix, .NET keeps its own copy of it.</summary>
    [Fact]
    public void A_trainer_makes_OpenMPs_threads_sleep_unless_the_environment_says_how_they_wait()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has one environment.");
        Assert.SkipWhen(Native("GOMP_SPINCOUNT") is not null || Native("KMP_BLOCKTIME") is not null
            || Native("OMP_WAIT_POLICY") is not (null or "PASSIVE"), "The environment says how threads wait.");
        _ = new MLContext().MulticlassClassification.Trainers.SpikingNetwork();
        Assert.Equal("PASSIVE", Native("OMP_WAIT_POLICY"));
    }

    private static string? Native(string name) => Marshal.PtrToStringUTF8(Get(name));

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Get(string name);
}
