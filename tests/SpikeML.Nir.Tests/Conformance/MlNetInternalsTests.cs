using SpikeML.Tests.Conformance;

namespace SpikeML.Nir.Tests.Conformance;

/// <summary>The members of ML.NET that are not public and that this package stands on.</summary>
public class MlNetInternalsTests
{
    [Fact]
    public void Every_member_of_MLNET_that_is_used_is_there()
    {
        IReadOnlyList<string> used = MlNetMembers.UsedBy(typeof(NirTransformer).Assembly);
        Assert.Contains("Microsoft.ML.Data.RowToRowTransformerBase", used);
        Assert.All(used, name => Assert.True(MlNetMembers.Exists(name), $"This ML.NET lacks {name}."));
    }
}
