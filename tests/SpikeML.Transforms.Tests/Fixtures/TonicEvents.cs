using System.Text.Json;

namespace SpikeML.Tests.Fixtures;

/// <summary>A recording of a small sensor, and what Tonic's transforms make of it.</summary>
internal sealed record TonicEvents(int Height, int Width, AddressEvent[] Events, JsonElement Cases)
{
    public static TonicEvents Read()
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "tonic", "events.json"));
        JsonElement root = JsonDocument.Parse(stream).RootElement;
        return new(root.GetProperty("sensor")[0].GetInt32(), root.GetProperty("sensor")[1].GetInt32(),
            ToEvents(root.GetProperty("events")), root.GetProperty("cases"));
    }

    public AddressEvent[] EventsOf(string transform) => ToEvents(Cases.GetProperty(transform).GetProperty("events"));

    public (int[] Shape, float[] Values) ValuesOf(string transform) => (
        [.. Cases.GetProperty(transform).GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())],
        [.. Cases.GetProperty(transform).GetProperty("values").EnumerateArray().Select(value => value.GetSingle())]);

    private static AddressEvent[] ToEvents(JsonElement rows) => [.. rows.EnumerateArray().Select(row =>
        new AddressEvent(row[0].GetInt32(), row[1].GetInt32(), row[2].GetInt64(), row[3].GetInt32()))];
}
