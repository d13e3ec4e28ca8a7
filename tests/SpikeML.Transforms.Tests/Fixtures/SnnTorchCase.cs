using System.Text.Json;

namespace SpikeML.Tests.Fixtures;

/// <summary>One call of an snnTorch function, with what it returned or raised.</summary>
public sealed class SnnTorchCase
{
    private readonly JsonElement _json;

    private SnnTorchCase(JsonElement json) => _json = json;

    public float[] Input => Values("input");

    public int[] InputShape => Shape("input");

    public bool Fails => _json.TryGetProperty("error", out _);

    public float[] Output => Values("output");

    public int[] OutputShape => Shape("output");

    public static IReadOnlyList<SnnTorchCase> Read(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "snntorch", file + ".json"));
        return [.. JsonDocument.Parse(stream).RootElement.GetProperty("cases").EnumerateArray().Select(json =>
            new SnnTorchCase(json))];
    }

    public double Number(string argument, double otherwise) => Find(argument) is { } value ? value.GetDouble() : otherwise;

    public int Whole(string argument, int otherwise) => (int)Number(argument, otherwise);

    public bool Flag(string argument) => Find(argument)?.GetBoolean() ?? false;

    public bool Has(string argument) => Find(argument) is not null;

    public override string ToString() =>
        $"{_json.GetProperty("args")} of [{(_json.TryGetProperty("input", out _) ? string.Join(", ", InputShape) : "")}]";

    private JsonElement? Find(string argument) => _json.GetProperty("args").TryGetProperty(argument, out JsonElement value)
        ? value : null;

    private float[] Values(string name) =>
        [.. _json.GetProperty(name).GetProperty("data").EnumerateArray().Select(value => (float)value.GetDouble())];

    private int[] Shape(string name) =>
        [.. _json.GetProperty(name).GetProperty("shape").EnumerateArray().Select(value => value.GetInt32())];
}
