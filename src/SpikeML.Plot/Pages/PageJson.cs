using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SpikeML.Plot.Pages;

/// <summary>
/// Writes the data of pages as JSON, value by value: a serializer would take longer to start than to write, and one that uses
/// reflection does not work in file-based and trimmed programs. The writer escapes &lt;.
/// </summary>
internal static class PageJson
{
    /// <summary>An object with the members that are written.</summary>
    public static string Of(Action<Utf8JsonWriter> writeMembers)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
            writer.WriteObject(writeMembers);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    extension(Utf8JsonWriter writer)
    {
        public void WriteObject(Action<Utf8JsonWriter> writeMembers)
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        public void WriteStrings(string name, IReadOnlyList<string> values)
        {
            writer.WriteStartArray(name);
            foreach (string value in values)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        public void WriteTime(PageTime? time)
        {
            if (time is null)
            {
                writer.WriteNull("time");
                return;
            }
            writer.WriteStartObject("time");
            writer.WriteString("unit", time.Unit);
            writer.WriteNumber("perStep", time.PerStep);
            writer.WriteNumber("secondsPerStep", time.SecondsPerStep);
            writer.WriteEndObject();
        }
    }
}
