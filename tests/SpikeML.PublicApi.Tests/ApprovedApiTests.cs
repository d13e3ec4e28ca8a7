using System.Reflection;
using PublicApiGenerator;

namespace SpikeML.PublicApi.Tests;

/// <summary>The packages' public members are those that were approved: none comes, goes or changes unseen.</summary>
public class ApprovedApiTests
{
    public static TheoryData<Type> Packages => [.. PublicOptions.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Public_members_are_the_approved_ones(Type ofPackage)
    {
        string name = ofPackage.Assembly.GetName().Name!;
        string approved = Path.Combine(Folder, $"{name}.txt"), received = Path.Combine(Folder, $"{name}.received.txt");
        string api = PublicApi(ofPackage.Assembly);
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == api)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, api);
        Assert.Fail($"The public members of {name} are not those of {approved}. Compare it with {received}; "
            + $"if every change is meant, approve them: mv '{received}' '{approved}'.");
    }

    private static string PublicApi(Assembly assembly) => assembly.GeneratePublicApi(new ApiGeneratorOptions
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [],
    }).ReplaceLineEndings("\n").TrimEnd() + "\n";

    private static string Folder => Path.Combine(
        typeof(ApprovedApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute =>
            attribute.Key == "RepositoryRoot").Value!,
        "tests", "SpikeML.PublicApi.Tests", "Approved");
}
