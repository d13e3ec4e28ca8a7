using System.Numerics;

namespace SpikeML.Tests.Encoding.RankOrder;

/// <summary>Features are sorted by value and then by slot, however they cluster.</summary>
public class RankSortTests
{
    public static TheoryData<string> Kinds => ["random", "ties", "cluster", "rising cluster", "falling cluster", "zeros"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Largest_orders_singles_by_value_and_slot(string kind) =>
        AssertOrders<float>(kind, (features, order) => RankSort.Largest(features, order));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Largest_orders_doubles_by_value_and_slot(string kind) =>
        AssertOrders<double>(kind, (features, order) => WideRankSort.Largest(features, order));

    private static void AssertOrders<T>(string kind, Action<T[], int[]> largest)
        where T : INumber<T>
    {
        foreach (int length in (int[])[1, 2, 17, 60, 300])
        {
            T[] features = [.. Features(kind, length).Select(T.CreateChecked)];
            int[] expected = [.. Enumerable.Range(0, length).OrderByDescending(slot => features[slot] + T.Zero)];
            foreach (int wanted in (int[])[0, 1, length / 2, length])
            {
                int[] order = new int[wanted];
                largest(features, order);
                Assert.Equal(expected[..wanted], order);
            }
        }
    }

    /// <summary>Clusters are so far from the first value that they share a bucket.</summary>
    private static double[] Features(string kind, int length)
    {
        Random random = new(length);
        return [.. Enumerable.Range(0, length).Select(slot => kind switch
        {
            "random" => 2 * random.NextDouble() - 1,
            "ties" => random.Next(-2, 3),
            "zeros" => random.Next(3) switch { 0 => -0.0, 1 => 0, _ => 1e-300 * random.Next(2) },
            _ when slot == 0 => 1e30,
            "rising cluster" => slot,
            "falling cluster" => -slot,
            _ => random.NextDouble(),
        })];
    }
}
