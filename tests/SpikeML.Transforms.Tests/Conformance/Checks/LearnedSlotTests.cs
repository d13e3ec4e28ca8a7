using Microsoft.ML;

namespace SpikeML.Tests.Conformance.Checks;

/// <summary>An estimator that learns for each slot refuses data of fewer slots.</summary>
public class LearnedSlotTests
{
    [Theory]
    [Cases(Check.LearnedSlots)]
    public void Fewer_slots_than_were_learned_are_refused(string estimator) => Verify(ConformanceCases.Find(estimator));

    internal static void Verify(ConformanceCase test)
    {
        MLContext context = new(seed: 1);
        ITransformer transformer = test.Estimator(context).Fit(test.Data(context, [8, 8], rowCount: 3));
        IDataView fewer = test.Data(context, [2, 2], rowCount: 3);
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => transformer.Transform(fewer));
    }
}
