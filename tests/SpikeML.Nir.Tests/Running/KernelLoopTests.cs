using SpikeML.Tests.Arithmetic;
using SpikeML.Tests.Conformance;

namespace SpikeML.Nir.Tests.Running;

public class KernelLoopTests
{
    [Fact]
    public void Loops_over_vectors_are_compiled_at_once()
    {
        Coverage.SkipIfCounted(typeof(NirTransformer).Assembly);
        Assert.NotEmpty(KernelLoops.Of(typeof(NirTransformer).Assembly));
        Assert.Empty(KernelLoops.CompiledOtherwise(typeof(NirTransformer).Assembly));
    }
}
