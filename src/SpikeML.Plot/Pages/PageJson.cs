using System.Text.Json.Serialization;
using SpikeML.Plot.Animations;

namespace SpikeML.Plot.Pages;

/// <summary>
/// The compiler-generated serialization of the pages' data, because file-based and trimmed programs disable reflection-based
/// JSON. Its writer escapes &lt;.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlayerData))]
[JsonSerializable(typeof(RasterData))]
internal sealed partial class PageJson : JsonSerializerContext;
