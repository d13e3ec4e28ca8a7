using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.ML;
using SpikeML.Documents;

namespace SpikeML.Docs.Tests;

/// <summary>What sentences and tables call on a context is public: code blocks have the compiler for that.</summary>
public partial class MemberTests
{
    // Of Microsoft.ML.OnnxConverter, which the tests do without.
    private static readonly string[] Elsewhere = ["mlContext.Model.ConvertToOnnx"];

    public static TheoryData<string> Pages => [.. DocumentPages.Of(Build.RepositoryRoot)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Members_that_sentences_name_are_public(string page)
    {
        string text = Fence().Replace(File.ReadAllText(Path.Combine(Build.RepositoryRoot, page)), "");
        foreach (string chain in Chain().Matches(text).Select(match => match.Value).Except(Elsewhere))
        {
            IEnumerable<Type> types = [typeof(MLContext)];
            foreach (string name in chain.Split('.').Skip(1))
                types = [.. types.SelectMany(type => Results(type, name)).Distinct()];
            Assert.True(types.Any(), $"{page} names {chain}, which no package offers.");
        }
    }

    [Theory]
    [InlineData("CancelExecution")]
    [InlineData("Log")]
    [InlineData("Encode")]
    public void Results_are_none_of_a_member_that_a_context_does_not_offer(string name) =>
        Assert.Equal(name == "Log", Results(typeof(MLContext), name).Any());

    /// <summary>What a type's member of a name gives: a property's type, or a method's; members and extensions alike.</summary>
    private static IEnumerable<Type> Results(Type type, string name)
    {
        IEnumerable<Type> own = type.GetMember(name).Concat(type.GetInterfaces().SelectMany(face => face.GetMember(name)))
            .Select(member => member switch
            {
                PropertyInfo property => property.PropertyType,
                MethodInfo method => method.ReturnType,
                EventInfo => typeof(Delegate),
                _ => typeof(object),
            });
        IEnumerable<Type> extensions = Extensions.Where(method => (method.Name == name || method.Name == "get_" + name)
            && method.GetParameters()[0].ParameterType.IsAssignableFrom(type)).Select(method => method.ReturnType);
        return own.Concat(extensions);
    }

    private static MethodInfo[] Extensions { get; } = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("Microsoft.ML.", StringComparison.Ordinal)
            || name is "SpikeML.Transforms.dll" or "SpikeML.Plot.dll" or "SpikeML.TorchSharp.dll"
                or "SpikeML.Nir.dll" or "SpikeML.Events.dll"))
        .SelectMany(path => Assembly.LoadFrom(path).GetExportedTypes())
        .Where(type => type is { IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.GetParameters().Length > 0)];

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\bmlContext(\.\w+)+")]
    private static partial Regex Chain();
}
