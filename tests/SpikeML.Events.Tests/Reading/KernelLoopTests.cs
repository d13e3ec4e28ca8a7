using SpikeML.Tests.Arithmetic;

namespace SpikeML.Events.Tests.Reading;

public class KernelLoopTests
{
    [Fact]
    public void Loops_over_vectors_are_compiled_at_once() => KernelLoops.Verify(typeof(AedatCamera).Assembly);
}
