using System.Text.Json;
using static TorchSharp.torch;

namespace SpikeML.Torch.Tests.Fixtures;

/// <summary>The answers of snnTorch itself.</summary>
public static class NeuronFixture
{
    private static readonly JsonElement Root = Read("neurons"), More = Read("neurons_more"), Each = Read("neurons_each"),
        States = Read("states");

    public static IReadOnlyList<JsonElement> Neurons { get; } = [.. All(Root, "cases"), .. All(More, "cases"),
        .. All(Each, "cases")];

    /// <summary>Quantised states, further surrogates and RSynaptic.</summary>
    public static IReadOnlyList<JsonElement> StateCases { get; } = [.. All(States, "cases")];

    /// <summary>Long short-term memories.</summary>
    public static IReadOnlyList<JsonElement> Lstms { get; } = [.. All(States, "lstm")];

    /// <summary>Leaky neurons with the weights of their inputs.</summary>
    public static IReadOnlyList<JsonElement> Parallel { get; } = [.. All(States, "parallel")];

    /// <summary>The levels of quantised states by the names of the cases, and exponential ones by their bits.</summary>
    public static JsonElement Levels { get; } = States.GetProperty("levels");

    public static JsonElement ExponentialLevels { get; } = States.GetProperty("exponential");

    public static IReadOnlyList<JsonElement> Losses { get; } = [.. All(Root, "losses")];

    /// <summary>Losses with the gradients at the spikes.</summary>
    public static IReadOnlyList<JsonElement> LossGradients { get; } = [.. All(More, "losses")];

    /// <summary>snnTorch's training loop, batch by batch.</summary>
    public static IReadOnlyList<JsonElement> Training { get; } = [.. All(Read("training"), "cases")];

    public static Tensor Tensor(JsonElement json, string name) => Tensor(json.GetProperty(name));

    public static Tensor Tensor(JsonElement values)
    {
        return values.ValueKind == JsonValueKind.Array
            ? tensor(values.EnumerateArray().Select(value => value.GetInt64()).ToArray())
            : tensor(Numbers<float>(values, "data", value => (float)value.GetDouble()),
            Numbers(values, "shape", value => value.GetInt64()));
    }

    public static double Number(JsonElement json, string name, double otherwise) =>
        json.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : otherwise;

    /// <summary>A number, or an array of one for each neuron.</summary>
    public static NeuronConstant? Constant(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value))
            return null;
        return value.ValueKind == JsonValueKind.Array ? ToArray(value) : value.GetDouble();
    }

    /// <summary>The same as a tensor.</summary>
    public static Tensor Numbers(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? tensor(ToArray(value)) : tensor((float)value.GetDouble());

    public static void AssertClose(Tensor expected, Tensor actual, double tolerance = 1e-5)
    {
        Assert.Equal(expected.shape, actual.shape);
        // Relative to the largest of the values, since gradients through a hundred steps are large sums.
        double scale = Math.Max(1, expected.abs().max().item<float>());
        Assert.InRange((expected - actual).abs().max().item<float>() / scale, 0, tolerance);
    }

    private static float[] ToArray(JsonElement json) => [.. json.EnumerateArray().Select(value => value.GetSingle())];

    private static T[] Numbers<T>(JsonElement json, string name, Func<JsonElement, T> convert) =>
        [.. json.GetProperty(name).EnumerateArray().Select(convert)];

    private static JsonElement.ArrayEnumerator All(JsonElement json, string name) => json.GetProperty(name).EnumerateArray();

    private static JsonElement Read(string file)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "snntorch", file + ".json"));
        return JsonDocument.Parse(stream).RootElement;
    }
}
