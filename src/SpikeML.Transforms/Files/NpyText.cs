using System.Text;

namespace SpikeML;

/// <summary>Text in arrays: each element has room for the longest text and is padded with zeros.</summary>
internal static class NpyText
{
    private static readonly Encoding LittleEndian = new UTF32Encoding(bigEndian: false, byteOrderMark: false);
    private static readonly Encoding BigEndian = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>The type with room for the longest text.</summary>
    public static NpyType TypeOf(IReadOnlyList<string> texts) =>
        NpyType.OfText(texts.Count == 0 ? 1 : Math.Max(1, texts.Max(text => text.EnumerateRunes().Count())));

    public static void Write(IEnumerable<string> texts, NpyType type, NpyWriter writer)
    {
        byte[] element = new byte[type.Size];
        foreach (string text in texts)
        {
            Array.Clear(element);
            LittleEndian.GetBytes(text, element);
            writer.WriteBytes(element);
        }
    }

    public static string[] ReadAll(NpyReader reader)
    {
        NpyType type = reader.Header.Type;
        Encoding encoding = type.Kind == NpyType.Bytes ? Encoding.Latin1 : type.IsBigEndian ? BigEndian : LittleEndian;
        byte[] element = new byte[type.Size];
        List<string> texts = new(reader.FirstLength());
        for (long read = 0; read < reader.Count; read++)
        {
            reader.ReadBytes(element);
            texts.Add(encoding.GetString(element).TrimEnd('\0'));
        }
        return [.. texts];
    }
}
