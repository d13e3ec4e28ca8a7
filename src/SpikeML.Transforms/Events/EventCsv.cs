using System.Globalization;

namespace SpikeML;

/// <summary>
/// Events as text, one per line: <c>x,y,t,p</c>, the fields of Tonic's structured events, after a header line with these names.
/// </summary>
public static class EventCsv
{
    private const string Header = "x,y,t,p";

    /// <summary>Writes events.</summary>
    /// <param name="writer">Receives the lines.</param>
    /// <param name="events">The events.</param>
    public static void Write(TextWriter writer, ReadOnlySpan<AddressEvent> events)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Header + "\n");
        foreach (AddressEvent own in events)
            WriteLine(writer, own);
    }

    internal static void WriteLine(TextWriter writer, AddressEvent own) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"{own.X},{own.Y},{own.Timestamp},{own.Polarity}\n"));

    /// <summary>Reads events; the first line names the fields, in any order.</summary>
    /// <param name="reader">The lines.</param>
    /// <exception cref="FormatException">A field is missing or is not a number.</exception>
    public static AddressEvent[] Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[] names = [.. (reader.ReadLine() ?? "").Split(',').Select(name => name.Trim())];
        int[] places = [.. Header.Split(',').Select(name => Array.IndexOf(names, name))];
        if (places.Contains(-1))
            throw new FormatException($"The first line must name the fields {Header}, got '{string.Join(',', names)}'.");
        List<AddressEvent> events = [];
        int number = 1;
        while (reader.ReadLine() is string line)
        {
            number++;
            if (line.Length == 0)
                continue;
            string[] fields = line.Split(',');
            if (fields.Length != names.Length)
                throw new FormatException(
                    $"Line {number} has {Counted.Of(fields.Length, "field")}, not {names.Length}: '{line}'.");
            events.Add(new((int)Number(0, int.MaxValue), (int)Number(1, AddressEvent.LargestRow), Number(2, long.MaxValue),
                (int)Number(3, 1)));

            long Number(int field, long largest) =>
                long.TryParse(fields[places[field]], NumberStyles.Integer, CultureInfo.InvariantCulture, out long value)
                    && value <= largest && (field == 2 || value >= 0)
                    ? value
                    : throw new FormatException(
                        $"Line {number}: '{fields[places[field]]}' is not a valid {names[places[field]]}: '{line}'.");
        }
        return [.. events];
    }
}
