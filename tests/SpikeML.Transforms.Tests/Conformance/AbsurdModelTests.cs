namespace SpikeML.Tests.Conformance;

/// <summary>Models with absurd numbers in place of those of the golden models.</summary>
public class AbsurdModelTests
{
    public static TheoryData<string> Models => GoldenModelTests.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_with_an_absurd_number_is_refused_or_loads_at_little_cost(string model) =>
        DamagedNumbers.Verify(Path.Combine(GoldenModelTests.Folder, model));
}
