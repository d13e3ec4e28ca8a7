using SpikeML.Tests.Conformance;

namespace SpikeML.Tests.Engine;

/// <summary>
/// The members of ML.NET that are not public and that SpikeML stands on. A future ML.NET that lacks one fails here, by name,
/// before a user meets a MissingMethodException.
/// </summary>
public class MlNetInternalsTests
{
    [Fact]
    public void Every_member_of_MLNET_that_is_used_is_there()
    {
        IReadOnlyList<string> used = MlNetMembers.UsedBy(typeof(SpikeTrain).Assembly);
        Assert.Contains("Microsoft.ML.Data.OneToOneTransformerBase", used);
        Assert.Contains("Microsoft.ML.Data.RowToRowTransformerBase.MakeDataTransform", used);
        Assert.All(used, name => Assert.True(MlNetMembers.Exists(name), $"This ML.NET lacks {name}."));
    }

    [Fact]
    public void A_member_that_is_not_there_is_found_out()
    {
        Assert.False(MlNetMembers.Exists("Microsoft.ML.Data.RowToRowTransformerBase.NoSuchMember"));
        Assert.False(MlNetMembers.Exists("Microsoft.ML.Data.NoSuchType"));
    }
}
