using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

// Writes copies of assemblies whose internal members the compiler sees as public.
// Usage: PublicReferences <output folder> <assembly> [<assembly> ...]
foreach (string path in args.Skip(1))
{
    byte[] image = File.ReadAllBytes(path);
    Publicize(image);
    string target = Path.Combine(args[0], Path.GetFileName(path));
    File.WriteAllBytes(target + ".tmp", image);
    File.Move(target + ".tmp", target, overwrite: true);
}

static void Publicize(byte[] image)
{
    using var pe = new PEReader(new MemoryStream(image));
    MetadataReader metadata = pe.GetMetadataReader();
    int metadataStart = pe.PEHeaders.MetadataStartOffset;

    // The flags' place in a row is fixed by ECMA-335 II.22.37, II.22.26 and II.22.15.
    Rewrite(TableIndex.TypeDef, 0, 4, flags =>
        (flags & ~7u) | (uint)PublicType((TypeAttributes)flags & TypeAttributes.VisibilityMask));
    Rewrite(TableIndex.MethodDef, 6, 2, flags =>
        (flags & ~7u) | (uint)PublicMember((MethodAttributes)flags & MethodAttributes.MemberAccessMask));
    Rewrite(TableIndex.Field, 0, 2, flags =>
        (flags & ~7u) | (uint)PublicMember((MethodAttributes)flags & MethodAttributes.MemberAccessMask));

    void Rewrite(TableIndex table, int flagsOffset, int flagsSize, Func<uint, uint> change)
    {
        int start = metadataStart + metadata.GetTableMetadataOffset(table) + flagsOffset;
        int rowSize = metadata.GetTableRowSize(table);
        for (int row = 0; row < metadata.GetTableRowCount(table); row++)
        {
            Span<byte> cell = image.AsSpan(start + row * rowSize, flagsSize);
            if (flagsSize == 4)
                BitConverter.TryWriteBytes(cell, change(BitConverter.ToUInt32(cell)));
            else
                BitConverter.TryWriteBytes(cell, (ushort)change(BitConverter.ToUInt16(cell)));
        }
    }
}

static TypeAttributes PublicType(TypeAttributes visibility) => visibility switch
{
    TypeAttributes.NotPublic => TypeAttributes.Public,
    TypeAttributes.NestedAssembly or TypeAttributes.NestedFamORAssem => TypeAttributes.NestedPublic,
    TypeAttributes.NestedFamANDAssem => TypeAttributes.NestedFamily,
    _ => visibility,
};

// Methods and fields share the values of their access bits. Private protected becomes protected, not public, so that an
// override of such a member stays out of our own public surface; private members stay private.
static MethodAttributes PublicMember(MethodAttributes access) => access switch
{
    MethodAttributes.Assembly => MethodAttributes.Public,
    MethodAttributes.FamANDAssem => MethodAttributes.Family,
    MethodAttributes.FamORAssem => MethodAttributes.Family,
    _ => access,
};
