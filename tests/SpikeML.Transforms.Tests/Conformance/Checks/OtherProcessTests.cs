namespace SpikeML.Tests.Conformance.Checks;

/// <summary>
/// A saved model that is loaded by another process, which knows ML.NET alone, gives the same values however its rows are read,
/// and whatever the seed of the MLContext.
/// </summary>
public class OtherProcessTests(OtherProcess process) : IClassFixture<OtherProcess>
{
    [Theory]
    [Cases(Check.OtherProcess)]
    public void Other_process_gives_the_same_values(string estimator)
    {
        ConformanceCase test = ConformanceCases.Find(estimator);
        Verify(test, process[test]);
    }

    internal static void Verify(ConformanceCase test) => Verify(test, new OtherProcess([test])[test]);

    internal static void Verify(ConformanceCase test, SavedModel model)
    {
        Assert.True(model.Error is null, $"{test.Name} cannot be saved: {model.Error}");
        ModelReading? failed = model.Readings.Find(reading => reading.Way == ModelReading.Error);
        Assert.True(failed is null, $"{test.Name} in the other process: {failed?.Hash}");
        ILookup<string, (int Id, string Hash)> ways =
            model.Readings.ToLookup(reading => reading.Way, reading => (reading.Id, reading.Hash));
        Assert.True(ways.Count >= 3 * (test.CanBeCached ? 6 : 5), $"{test.Name} was read in {ways.Count} ways.");
        foreach (IGrouping<string, (int Id, string Hash)> way in ways)
        {
            if (way.Key.StartsWith("shuffled-source", StringComparison.Ordinal))
                OrderAssert.AgreesUnlessOrderMatters(test, model.Rows, [.. way]);
            else
                Assert.Equal(model.Rows.Order(), way.Order());
        }
    }
}
