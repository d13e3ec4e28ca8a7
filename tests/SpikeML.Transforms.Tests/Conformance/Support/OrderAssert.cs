namespace SpikeML.Tests.Conformance;

/// <summary>Compares rows that were read in another order: see <see cref="RowOrder"/>.</summary>
internal static class OrderAssert
{
    public static void AgreesUnlessOrderMatters(
        ConformanceCase test, List<(int Id, string)> expected, List<(int Id, string)> reordered)
    {
        IEnumerable<(int Id, string)> rows = reordered.OrderBy(row => row.Id);
        if (test.Order != RowOrder.AsRead)
            Assert.Equal(expected.OrderBy(row => row.Id), rows);
        else
            Assert.NotEqual(expected.OrderBy(row => row.Id), rows);
    }
}
