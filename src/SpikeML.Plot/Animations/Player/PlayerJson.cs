using System.Text.Json.Serialization;

namespace SpikeML.Plot.Animations;

/// <summary>
/// The compiler-generated serialization of a player's data, because file-based and trimmed programs disable reflection-based
/// JSON.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlayerData))]
internal sealed partial class PlayerJson : JsonSerializerContext;
