using System.Reflection;
using System.Xml.Linq;
using Microsoft.ML;
using SpikeML.Torch;

namespace SpikeML.PublicApi.Tests;

/// <summary>ML.NET's table of what an estimator is like stands where it is made, as ML.NET's own do, and only there.</summary>
public class CharacteristicsTests
{
    private const BindingFlags AnyPublic =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const string Title = "Estimator characteristics";

    /// <summary>Any code and any readout: each of them has a verb of its own.</summary>
    private static readonly string[] General = ["Encode", "ReadOut"];

    public static TheoryData<Type> Packages => [typeof(SpikeTrain), typeof(SpikingNetworkOptions)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_verb_has_the_table_and_no_class_has_it(Type ofPackage)
    {
        string[] withTable = [.. XDocument.Load(Path.ChangeExtension(ofPackage.Assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Value.Contains(Title, StringComparison.Ordinal))
            .Select(member => member.Attribute("name")!.Value)];
        Assert.DoesNotContain(withTable, name => name.StartsWith("T:", StringComparison.Ordinal));
        (string Name, Type Of)[] verbs = [.. from type in ofPackage.Assembly.GetExportedTypes()
            where type.Namespace == "Microsoft.ML"
            from method in type.GetMethods(AnyPublic)
            where IsEstimator(method.ReturnType) && !General.Contains(method.Name)
            select ($"M:{type.FullName}.{method.Name}", method.GetParameters()[0].ParameterType)];
        Assert.NotEmpty(verbs);
        // The trainers of the three tasks have a table each; a verb's other overloads refer to the first.
        int Expected(IEnumerable<Type> catalogs) => ofPackage == typeof(SpikingNetworkOptions) ? catalogs.Distinct().Count() : 1;
        Assert.Empty(verbs.GroupBy(verb => verb.Name, verb => verb.Of).Where(verb => Tables(verb.Key) < Expected(verb))
            .Select(verb => verb.Key));

        int Tables(string verb) => withTable.Count(name => name.StartsWith($"{verb}(", StringComparison.Ordinal)
            || name.StartsWith($"{verb}`", StringComparison.Ordinal));
    }

    private static bool IsEstimator(Type type) => type.GetInterfaces().Append(type).Any(each =>
        each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEstimator<>));
}
