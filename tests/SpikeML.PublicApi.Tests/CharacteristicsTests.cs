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
        string[] verbs = [.. from type in ofPackage.Assembly.GetExportedTypes()
            where type.Namespace == "Microsoft.ML"
            from method in type.GetMethods(AnyPublic)
            where IsEstimator(method.ReturnType) && !General.Contains(method.Name)
            select $"M:{type.FullName}.{method.Name}"];
        Assert.NotEmpty(verbs);
        // The trainers of the three tasks have a table each; a verb's overload for several columns refers to the first.
        int Expected(int overloads) => ofPackage == typeof(SpikingNetworkOptions) ? overloads : 1;
        Assert.Empty(verbs.GroupBy(name => name).Where(verb => Tables(verb.Key) < Expected(verb.Count()))
            .Select(verb => verb.Key));

        int Tables(string verb) => withTable.Count(name => name.StartsWith($"{verb}(", StringComparison.Ordinal)
            || name.StartsWith($"{verb}`", StringComparison.Ordinal));
    }

    private static bool IsEstimator(Type type) => type.GetInterfaces().Append(type).Any(each =>
        each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEstimator<>));
}
