using SpikeML.Tests.Arithmetic;
using SpikeML.Tests.Conformance;

namespace SpikeML.Torch.Tests.Networks;

public class KernelLoopTests
{
    [Fact]
    public void Loops_over_vectors_are_compiled_at_once()
    {
        Coverage.SkipIfCounted(typeof(SpikingNetworkOptions).Assembly);
        Assert.NotEmpty(KernelLoops.Of(typeof(SpikingNetworkOptions).Assembly));
        Assert.Empty(KernelLoops.CompiledOtherwise(typeof(SpikingNetworkOptions).Assembly));
    }
}
