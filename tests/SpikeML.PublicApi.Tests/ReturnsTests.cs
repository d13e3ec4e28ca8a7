using System.Reflection;
using System.Xml.Linq;
using SpikeML.Plot;

namespace SpikeML.PublicApi.Tests;

/// <summary>The documentation of each method of SpikeML.Plot says what it returns.</summary>
public class ReturnsTests
{
    private const BindingFlags AnyPublic =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_method_that_returns_something_says_what()
    {
        Assembly assembly = typeof(SpikePlot).Assembly;
        XElement[] members = [.. XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")];
        XElement[] methods = [.. from type in assembly.GetExportedTypes()
            from method in type.GetMethods(AnyPublic)
            where method.ReturnType != typeof(void) && !method.IsSpecialName && method.GetBaseDefinition() == method
            from member in members
            where IsOf(member.Attribute("name")!.Value, $"M:{type.FullName}.{method.Name}")
            select member];

        Assert.InRange(methods.Length, 40, int.MaxValue);
        Assert.Empty(methods.Where(member => member.Element("returns") is null && member.Element("inheritdoc") is null)
            .Select(member => member.Attribute("name")!.Value).Distinct());
    }

    private static bool IsOf(string member, string method) => member == method
        || member.StartsWith($"{method}(", StringComparison.Ordinal) || member.StartsWith($"{method}`", StringComparison.Ordinal);
}
