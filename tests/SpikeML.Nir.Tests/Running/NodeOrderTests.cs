namespace SpikeML.Nir.Tests.Running;

public class NodeOrderTests
{
    [Theory]
    [InlineData("in>a a>b b>out", "in a b out")]
    [InlineData("in>b in>a b>a a>out", "in b a out")]
    [InlineData("in>a a>b b>a a>out", "in a b out")]
    [InlineData("in>a a>a a>out", "in a out")]
    [InlineData("in>a a>b b>c c>a c>out", "in a b c out")]
    [InlineData("in>a a>b b>c c>b c>a b>out", "in a b c out")]
    [InlineData("in>a a>b b>a b>c c>d d>c d>out", "in a b c d out")]
    [InlineData("in>y y>x x>y x>out y>out", "in y x out")]
    public void Nodes_follow_their_sources_and_a_cycle_begins_nearest_to_the_input(string edges, string order) =>
        Assert.Equal(order, string.Join(' ', Order(edges)));

    [Fact]
    public void A_late_node_comes_before_its_sources_and_still_leads_from_the_input() =>
        Assert.Equal(["in", "d", "a", "b", "out"], Order("in>d d>a a>b b>a b>out", late: "d"));

    private static IReadOnlyList<string> Order(string edges, string late = "")
    {
        (string From, string To)[] pairs = [.. edges.Split(' ').Select(edge => (edge.Split('>')[0], edge.Split('>')[1]))];
        string[] nodes = ["in", .. pairs.SelectMany(pair => (string[])[pair.From, pair.To]).Distinct().Where(name => name != "in")
            .Order(StringComparer.Ordinal)];
        return NodeOrder.Of(nodes, node => pairs.Where(pair => pair.To == node).Select(pair => pair.From), node => node == late);
    }
}
