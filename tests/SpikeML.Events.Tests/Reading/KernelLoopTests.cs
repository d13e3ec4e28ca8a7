using SpikeML.Tests.Arithmetic;
using SpikeML.Tests.Conformance;

namespace SpikeML.Events.Tests.Reading;

public class KernelLoopTests
{
    [Fact]
    public void Loops_over_vectors_are_compiled_at_once()
    {
        Coverage.SkipIfCounted(typeof(AedatCamera).Assembly);
        Assert.NotEmpty(KernelLoops.Of(typeof(AedatCamera).Assembly));
        Assert.Empty(KernelLoops.CompiledOtherwise(typeof(AedatCamera).Assembly));
    }
}
