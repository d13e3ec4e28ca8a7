using System.Buffers.Binary;
using System.Text;

/// <summary>Takes the one symbol of GLIBCXX_3.4.32 out of a 64-bit little-endian ELF library.</summary>
/// <remarks>
/// GCC 13 moved the start of iostreams into std::ios_base_library_init(), an empty function that makes the linker pull in
/// libstdc++'s own
/// initialiser. In an older libstdc++ the constructor std::ios_base::Init::Init() does that work; its name is shorter, and a
/// call of it with any argument is harmless, since it only counts its callers.
/// </remarks>
internal static class ElfPatch
{
    public const string MissingVersion = "GLIBCXX_3.4.32";
    private const string MissingSymbol = "_ZSt21ios_base_library_initv";
    private const string OlderSymbol = "_ZNSt8ios_base4InitC1Ev";

    private const uint DynamicSymbols = 11;
    private const uint SymbolVersions = 0x6FFFFFFF;
    private const uint NeededVersions = 0x6FFFFFFE;
    private const int SymbolSize = 24;
    private const ushort AnyVersion = 1;
    private const ushort Weak = 2;

    public static bool TryApply(Span<byte> image, out string outcome)
    {
        if (!image.StartsWith("\u007FELF\u0002\u0001"u8))
            return Refuse("it is no 64-bit little-endian ELF file", out outcome);
        ElfSection symbols = ElfSection.Find(image, DynamicSymbols);
        ElfSection names = ElfSection.At(image, symbols.Link);
        Span<byte> strings = image.Slice(names.Offset, names.Size);
        if (!TryFindNeededVersion(image, strings, out int versionEntry))
            return Refuse($"it does not ask for {MissingVersion}", out outcome);

        ushort version = Read16(image, versionEntry + 6);
        ElfSection versions = ElfSection.Find(image, SymbolVersions);
        List<int> users = [];
        for (int symbol = 0; symbol < symbols.Size / SymbolSize; symbol++)
        {
            if (Read16(image, versions.Offset + 2 * symbol) == version)
                users.Add(symbol);
        }
        if (users.Count != 1 || NameOf(image, strings, symbols, users[0]) != MissingSymbol)
            return Refuse($"it uses more of {MissingVersion} than {MissingSymbol}", out outcome);

        int nameAt = (int)BinaryPrimitives.ReadUInt32LittleEndian(image[(symbols.Offset + SymbolSize * users[0])..]);
        Encoding.ASCII.GetBytes(OlderSymbol + "\0", strings[nameAt..]);
        BinaryPrimitives.WriteUInt16LittleEndian(image[(versions.Offset + 2 * users[0])..], AnyVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(image[(versionEntry + 4)..], Weak);
        outcome = $"{MissingSymbol} of {MissingVersion} is now {OlderSymbol}";
        return true;
    }

    /// <summary>Finds the Vernaux entry of the version: hash (4 bytes), flags (2), other (2), name (4), next (4).</summary>
    private static bool TryFindNeededVersion(ReadOnlySpan<byte> image, ReadOnlySpan<byte> strings, out int entry)
    {
        ElfSection needed = ElfSection.Find(image, NeededVersions);
        for (int library = needed.Offset, step = 1; step != 0; library += step)
        {
            step = Read32(image, library + 12);
            entry = library + Read32(image, library + 8);
            for (int left = Read16(image, library + 2); left > 0; left--, entry += Read32(image, entry + 12))
            {
                if (TextAt(strings, Read32(image, entry + 8)) == MissingVersion)
                    return true;
            }
        }
        entry = 0;
        return false;
    }

    private static string NameOf(ReadOnlySpan<byte> image, ReadOnlySpan<byte> strings, ElfSection symbols, int symbol) =>
        TextAt(strings, Read32(image, symbols.Offset + SymbolSize * symbol));

    private static string TextAt(ReadOnlySpan<byte> strings, int offset)
    {
        ReadOnlySpan<byte> text = strings[offset..];
        return Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)]);
    }

    private static ushort Read16(ReadOnlySpan<byte> image, int offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(image[offset..]);

    private static int Read32(ReadOnlySpan<byte> image, int offset) => BinaryPrimitives.ReadInt32LittleEndian(image[offset..]);

    private static bool Refuse(string reason, out string outcome)
    {
        outcome = reason;
        return false;
    }
}
