using System.Globalization;

namespace SpikeML.Tests.Files;

/// <summary>Structured arrays as NumPy writes them.</summary>
internal static class StructuredArray
{
    public static MemoryStream Write((string Name, string Type)[] fields, params string[][] records)
    {
        MemoryStream stream = new();
        string type = $"[{string.Join(", ", fields.Select(field => $"('{field.Name}', '{field.Type}')"))}]";
        stream.Write(Header(type, $"({records.Length},)"));
        foreach (string[] record in records)
        {
            for (int i = 0; i < fields.Length; i++)
                stream.Write(Bytes(fields[i].Type, record[i]));
        }
        stream.Position = 0;
        return stream;
    }

    public static byte[] Header(string type, string shape)
    {
        string text = $"{{'descr': {type}, 'fortran_order': False, 'shape': {shape}, }}\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)text.Length, (byte)(text.Length >> 8),
            .. System.Text.Encoding.Latin1.GetBytes(text)];
    }

    private static byte[] Bytes(string type, string value)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        byte[] bytes = type[1..] switch
        {
            "f2" => BitConverter.GetBytes((Half)double.Parse(value, culture)),
            "f4" => BitConverter.GetBytes(float.Parse(value, culture)),
            "f8" => BitConverter.GetBytes(double.Parse(value, culture)),
            _ => BitConverter.GetBytes((ulong)Int128.Parse(value, culture))[..(type[2] - '0')],
        };
        return type[0] == '>' ? [.. bytes.Reverse()] : bytes;
    }
}
