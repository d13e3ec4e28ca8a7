using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.ML.Data;

namespace SpikeML.Tests.Conformance;

/// <summary>The members of Microsoft.ML.Core and Microsoft.ML.Data, public or not, that an assembly of ours stands on.</summary>
internal static class MlNetMembers
{
    public static IReadOnlyList<string> UsedBy(Assembly assembly) => [.. MembersUsed(assembly.Location)];

    /// <summary>
    /// The types and members of Microsoft.ML.Core and Microsoft.ML.Data that the assembly refers to, as Type and Type.Member.
    /// </summary>
    private static IEnumerable<string> MembersUsed(string assembly)
    {
        using PEReader pe = new(File.OpenRead(assembly));
        MetadataReader metadata = pe.GetMetadataReader();
        Dictionary<EntityHandle, string> types = metadata.TypeReferences.Where(handle => IsOfMlNet(metadata, handle))
            .ToDictionary(handle => (EntityHandle)handle, handle => FullName(metadata, handle));
        foreach (string type in types.Values)
            yield return type;
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (types.TryGetValue(member.Parent, out string? type))
                yield return $"{type}.{metadata.GetString(member.Name)}";
        }
    }

    private static bool IsOfMlNet(MetadataReader metadata, TypeReferenceHandle handle)
    {
        EntityHandle scope = metadata.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => IsOfMlNet(metadata, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name)
                is "Microsoft.ML.Core" or "Microsoft.ML.Data",
            _ => false,
        };
    }

    private static string FullName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName(metadata, (TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    /// <summary>Whether this version of ML.NET has the type or member, public or not.</summary>
    public static bool Exists(string name)
    {
        Assembly[] mlNet = [typeof(TextLoader).Assembly, typeof(TextLoader).Assembly.GetReferencedAssemblies()
            .Where(reference => reference.Name == "Microsoft.ML.Core").Select(Assembly.Load).Single()];
        if (mlNet.Any(assembly => assembly.GetType(name) is not null))
            return true;
        int dot = name.LastIndexOf('.', name.EndsWith("..ctor", StringComparison.Ordinal) ? name.Length - 6 : name.Length - 1);
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        return mlNet.Any(assembly => assembly.GetType(name[..dot])?.GetMember(name[(dot + 1)..], All).Length > 0);
    }
}
