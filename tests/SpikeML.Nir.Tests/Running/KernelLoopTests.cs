using SpikeML.Tests.Arithmetic;

namespace SpikeML.Nir.Tests.Running;

public class KernelLoopTests
{
    [Fact]
    public void Loops_over_vectors_are_compiled_at_once() => KernelLoops.Verify(typeof(NirTransformer).Assembly);
}
