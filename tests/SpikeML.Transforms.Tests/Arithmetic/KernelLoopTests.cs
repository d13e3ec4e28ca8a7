namespace SpikeML.Tests.Arithmetic;

/// <summary>Loops over vectors are compiled as <see cref="KernelCompilation"/> says.</summary>
public class KernelLoopTests
{
    [Fact]
    public void Loops_over_vectors_are_compiled_at_once() => KernelLoops.Verify(typeof(SpikeCode).Assembly);

    [Fact]
    public void The_loops_of_kernels_are_found() => Assert.Contains(KernelLoops.Of(typeof(SpikeCode).Assembly), method =>
        method.DeclaringType == typeof(StepLanes) && method.Name == "RunLanes");
}
