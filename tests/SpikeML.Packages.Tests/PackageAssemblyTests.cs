using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SpikeML.Packages.Tests;

/// <summary>The assemblies in the packages of the libraries.</summary>
public class PackageAssemblyTests(PackedProjects packed)
{
    [Theory]
    [InlineData("SpikeML.Transforms", "Microsoft.ML.Core", "Microsoft.ML.Data")]
    [InlineData("SpikeML.Plot", "Microsoft.ML.Core", "Microsoft.ML.Data")]
    [InlineData("SpikeML.TorchSharp", "Microsoft.ML.Core", "Microsoft.ML.Data")]
    [InlineData("SpikeML.Nir", "Microsoft.ML.Core", "Microsoft.ML.Data", "PureHDF")]
    [InlineData("SpikeML.Events", "Microsoft.ML.Core", "Microsoft.ML.Data", "PureHDF")]
    public void Library_says_whose_internal_members_it_uses(string id, params string[] opened)
    {
        using Package package = new(packed.PathOf(id));
        using PEReader assembly = new(package.Bytes($"lib/net10.0/{id}.dll"));
        MetadataReader metadata = assembly.GetMetadataReader();
        Assert.Equal(opened, AccessChecksIgnored(metadata).Order(StringComparer.Ordinal));
        // The compiler's copies of ML.NET have its name and version; the real assemblies answer at run time.
        Assert.Contains(metadata.AssemblyReferences.Select(metadata.GetAssemblyReference),
            reference => metadata.GetString(reference.Name) == "Microsoft.ML.Data" && reference.Version.ToString() == "1.0.0.0");
    }

    [Theory]
    [InlineData("SpikeML.Transforms")]
    [InlineData("SpikeML.Plot")]
    [InlineData("SpikeML.TorchSharp")]
    [InlineData("SpikeML.Nir")]
    [InlineData("SpikeML.Events")]
    public void Symbols_belong_to_their_assembly(string id)
    {
        using Package package = new(packed.PathOf(id)), symbols = new(packed.PathOf(id, "snupkg"));
        using PEReader assembly = new(package.Bytes($"lib/net10.0/{id}.dll"));
        DebugDirectoryEntry entry = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(
            symbols.Bytes($"lib/net10.0/{id}.pdb"));
        BlobContentId symbolId = new(provider.GetMetadataReader().DebugMetadataHeader!.Id);
        Assert.Equal(assembly.ReadCodeViewDebugDirectoryData(entry).Guid, symbolId.Guid);
    }

    [Theory]
    [InlineData("SpikeML.Transforms", "T:SpikeML.RateEncodingOptions")]
    [InlineData("SpikeML.Plot", "T:SpikeML.Plot.SpikePlot")]
    [InlineData("SpikeML.TorchSharp", "T:SpikeML.Torch.SpikingNetworkOptions")]
    [InlineData("SpikeML.Nir", "T:SpikeML.Nir.NirGraph")]
    [InlineData("SpikeML.Events", "T:SpikeML.Events.EventReader")]
    public void Documentation_lies_beside_the_assembly(string id, string member)
    {
        using Package package = new(packed.PathOf(id));
        Assert.Contains($"<member name=\"{member}\">", package.Text($"lib/net10.0/{id}.xml"), StringComparison.Ordinal);
    }

    /// <summary>The names in the assembly's IgnoresAccessChecksTo attributes: a prologue of two bytes, then a string.</summary>
    private static IEnumerable<string> AccessChecksIgnored(MetadataReader metadata)
    {
        foreach (CustomAttribute attribute in metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute))
        {
            if (TypeOf(metadata, attribute) != "IgnoresAccessChecksToAttribute")
                continue;
            BlobReader value = metadata.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            yield return value.ReadSerializedString()!;
        }
    }

    /// <summary>The name of an attribute's class; null of a generic one, which the metadata names in another way.</summary>
    private static string? TypeOf(MetadataReader metadata, CustomAttribute attribute)
    {
        EntityHandle type = attribute.Constructor.Kind == HandleKind.MethodDefinition
            ? metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType()
            : metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return type.Kind switch
        {
            HandleKind.TypeDefinition => metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
            HandleKind.TypeReference => metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name),
            _ => null,
        };
    }
}
