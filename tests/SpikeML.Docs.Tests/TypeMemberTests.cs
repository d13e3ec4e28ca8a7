using System.Reflection;
using System.Text.RegularExpressions;
using SpikeML.Documents;

namespace SpikeML.Docs.Tests;

/// <summary>Where sentences and tables name a member of one of the packages' types, that type has it.</summary>
public partial class TypeMemberTests
{
    private static readonly string[] Packages =
        ["SpikeML.Transforms", "SpikeML.Plot", "SpikeML.TorchSharp", "SpikeML.Nir", "SpikeML.Events"];

    private static ILookup<string, Type> Types { get; } = Packages
        .SelectMany(package => Assembly.Load(package).GetExportedTypes()).ToLookup(type => type.Name.Split('`')[0]);

    private static MethodInfo[] Extensions { get; } = [.. Types.SelectMany(types => types)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.GetParameters().Length > 0)];

    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Members_that_sentences_name_are_public(string page)
    {
        string text = Fence().Replace(File.ReadAllText(Path.Combine(Build.RepositoryRoot, page)), "");
        foreach (Match name in Code().Matches(text).SelectMany(code => Member().Matches(code.Value)))
            Assert.True(Exists(name.Groups["type"].Value, name.Groups["member"].Value),
                $"{page} names {name.Value}, which no package offers.");
    }

    [Theory]
    [InlineData("RateEncoding", "Bernoulli", true)]
    [InlineData("RateEncoding", "Poisson", false)]
    [InlineData("Task", "Nothing", true)]
    public void Exists_says_what_the_packages_types_offer_and_leaves_others_alone(string type, string member, bool exists) =>
        Assert.Equal(exists, Exists(type, member));

    // A catalog's property, such as SpikeQuality, is named without the Catalog of its type.
    private static bool Exists(string type, string member) => !Types.Contains(type)
        || Types[type].Concat(Types[type + "Catalog"]).Any(each => each.GetMember(member).Length > 0)
        || Extensions.Any(method => method.Name == member && method.GetParameters()[0].ParameterType.Name == type);

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w.])(?<type>[A-Z]\w+)\.(?<member>[A-Z]\w+)")]
    private static partial Regex Member();
}
